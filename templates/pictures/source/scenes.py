# The scenes, built from kit.py. Run "scenes.py FOLDER" to write every picture. Each stands in LIST: name, function, width, height, what it shows, what it suits.
from kit import *
import math,sys
# ---------------------------------------------------------------- props
def plant(p,x,y,h=20,c='mid',n=5,sp=1,lw=2.6,c2=None):
    """leaves on stems from one point"""
    for i in range(n):
        a=math.radians(-90+(i-(n-1)/2)*(100/n)*sp); ln=h*(1-.22*abs(i-(n-1)/2)/max(1,(n-1)/2))
        tip=(x+ln*math.cos(a),y+ln*math.sin(a)); leaf(p,(x+ln*.18*math.cos(a),y+ln*.25*math.sin(a)),tip,lw,(c2 or c) if i%2 else c)
def leaf(p,a,b,w,c,vein=True):
    v=V(a,b); d=L(v); nx,ny=-v[1]/d*w,v[0]/d*w; m=lerp(a,b,.45)
    p.path(f'M{f(a[0])},{f(a[1])} Q{f(m[0]+nx*1.6)},{f(m[1]+ny*1.6)} {f(b[0])},{f(b[1])} Q{f(m[0]-nx*1.6)},{f(m[1]-ny*1.6)} {f(a[0])},{f(a[1])}Z',c)
    if vein: p.line([a,lerp(a,b,.8)],shade(p.c(c),.22),.4)
def sprig(p,x,y,h,c,bend=.2,n=4,lw=1.6):
    pts=[(x+bend*h*(t/8)**2,y-h*t/8) for t in range(9)]; p.line(pts,c,.8)
    for i in range(n):
        q=pts[2+int(i*6/n)]; k=1 if i%2 else -1; leaf(p,q,(q[0]+k*h*.24,q[1]-h*.16),lw,c,False)
    leaf(p,pts[-1],(pts[-1][0]+bend*4,pts[-1][1]-h*.2),lw,c,False)
def tree(p,x,y,h,w,c='mid',trunk=None):
    t=trunk or shade(p.c(c),.45)
    p.path(f'M{f(x-w*.05)},{f(y)} L{f(x-w*.03)},{f(y-h*.62)} L{f(x+w*.03)},{f(y-h*.62)} L{f(x+w*.05)},{f(y)}Z',t)
    cy=y-h*.62
    p.path(smooth([(x,y-h),(x+w*.36,y-h*.86),(x+w*.5,y-h*.6),(x+w*.36,y-h*.36),(x,y-h*.29),(x-w*.38,y-h*.36),(x-w*.5,y-h*.6),(x-w*.34,y-h*.87)]),c)
    ln=shade(p.c(c),.22)
    p.line([(x,y-h*.2),(x,y-h*.72)],t,w*.035); p.line([(x,y-h*.42),(x+w*.17,y-h*.58)],t,w*.026); p.line([(x,y-h*.5),(x-w*.17,y-h*.68)],t,w*.026)
def pot(p,x,y,w,h,c='pair'):
    p.path(f'M{f(x-w/2)},{f(y-h)} L{f(x+w/2)},{f(y-h)} L{f(x+w*.38)},{f(y)} L{f(x-w*.38)},{f(y)}Z',c); p.rect(x-w*.56,y-h-1,w*1.12,2.2,shade(p.c(c),.12),.6)
def mug(p,x,y,c='white',s=1,k=1,steam=False):
    p.path(f'M{f(x+k*2.2*s)},{f(y-3.6*s)} c{f(k*2.4*s)},-.3 {f(k*2.4*s)},{f(2.8*s)} 0,{f(2.4*s)}',None,shade(p.c(c),.2) if c!='white' else c,.9*s)
    p.path(f'M{f(x-2.3*s)},{f(y-4.8*s)} h{f(4.6*s)} v{f(3.4*s)} q0,{f(1.4*s)} -{f(1.4*s)},{f(1.4*s)} h-{f(1.8*s)} q-{f(1.4*s)},0 -{f(1.4*s)},-{f(1.4*s)}Z',c)
    if steam: p.path(f'M{f(x-.6*s)},{f(y-6*s)} q-1.2,-1.6 0,-3 q1.2,-1.4 0,-3',None,'soft' ,.7*s)
def cloud(p,x,y,w,c='white'): p.path(f'M{f(x)},{f(y)} a{f(w*.14)},{f(w*.14)} 0 0 1 {f(w*.08)},-{f(w*.26)} a{f(w*.2)},{f(w*.2)} 0 0 1 {f(w*.38)},-{f(w*.1)} a{f(w*.17)},{f(w*.17)} 0 0 1 {f(w*.32)},{f(w*.12)} a{f(w*.13)},{f(w*.13)} 0 0 1 {f(w*.06)},{f(w*.24)}Z',c)
def bird(p,x,y,s=1,c='ink'): p.path(f'M{x-3*s},{y-1*s} Q{x-1.4*s},{y-2.2*s} {x},{y} Q{x+1.4*s},{y-2.2*s} {x+3*s},{y-1*s}',None,c,.6*s)
def bench(p,x0,x1,y,back=17,c='pair-dark',legh=16,front=False):
    c2=p.c(c); dk=shade(c2,.25)
    if not front:
        for k in(.08,.92): xx=x0+(x1-x0)*k; p.rect(xx-1.3,y-back,2.6,back+2,dk)
        for j in range(max(2,int((back-2)//5))): p.rect(x0,y-back+j*5-1,x1-x0,4.2,c2,1.2)
        for k in(.08,.92):
            xx=x0+(x1-x0)*k; p.rect(xx-1.3,y,2.6,legh,dk,.6)
    else:
        p.rect(x0-1.5,y-1,x1-x0+3,3.6,mix(c2,WHITE,.12),1.4); p.rect(x0-1.5,y+1.2,x1-x0+3,1.6,dk,.6)
def armchair(p,x,y,dr=1,c='mid',w=25,back=30,legs=True):
    """¾ chair that faces dr; x = middle of seat, y = floor"""
    cc=p.c(c); dk=shade(cc,.2); st=y-15
    if legs:
        for k in(-.42,.42): p.path(f'M{f(x+k*w-1)},{f(y-5)} L{f(x+k*w+1)},{f(y-5)} L{f(x+k*w+.6)},{f(y)} L{f(x+k*w-.6)},{f(y)}Z','ink')
    bx=x-dr*w*.5
    p.path(smooth([(bx-dr*3.5,y-8),(bx-dr*5,y-24),(bx-dr*4,y-back-6),(bx+dr*1,y-back-9),(bx+dr*8,y-back-7),(bx+dr*10,y-back),(bx+dr*9,y-8)]),cc)
    p.rect(x-w*.5,st,w,11,dk,3)
def armrest(p,x,y,dr=1,c='mid',w=25):
    cc=p.c(c); 
    p.path(smooth([(x-w*.56,y-4.5),(x-w*.58,y-17),(x-w*.5,y-21.5),(x+w*.42,y-21.5),(x+w*.54,y-18.5),(x+w*.5,y-14),(x+w*.5,y-4.5,'k'),(x-w*.54,y-4.5,'k')]),cc)
    p.path(f'M{f(x-w*.5)},{f(y-17.5)} Q{f(x)},{f(y-16.6)} {f(x+w*.48)},{f(y-17.4)}',None,shade(cc,.25),.5)
def frame43(p,w=120,h=90,ground='soft',gy=78,bg='tint'):
    p.rect(0,0,w,h,bg); 
    if ground: p.rect(0,gy,w,h-gy+5,ground)
SC={}
def scene(fn): SC[fn.__name__]=fn; return fn
# ---------------------------------------------------------------- people who come back (cast)
CAST=dict(
 ada=dict(skin='s5',hair='afro',hc='grey',top='pair',topstyle='cardigan',under='white',bottom='deep',shoec='ink'),
 tom=dict(aid=True,skin='s1',hair='recede',hc='silver',top='deep',topstyle='shirt',bottom='ink',shoec='pair-dark',glasses=True),
 mina=dict(skin='s3',hair='hijab',hc='deep',top='pair',topstyle=None,bottom='ink',shoec='ink'),
 jo=dict(skin='s2',hair='bob',hc='auburn',top='mid',topstyle='crew',bottom='ink',shoec='pair'),
 sam=dict(skin='s4',hair='crop',hc='black',beard='black',top='white',topstyle='stripe',under='deep',bottom='deep',shoec='ink'),
 lee=dict(skin='s2',hair='short',hc='black',top='deep',topstyle='crew',bottom='ink',shoec='white'),
 pat=dict(skin='s1',hair='bun',hc='grey',top='pair',topstyle='roll',bottom='deep',shoec='ink',glasses=True),
 raj=dict(skin='s4',hair='turban',hc='pair',beard='grey',top='mid',topstyle='shirt',bottom='ink',shoec='ink'),
 bea=dict(skin='s1',hair='long',hc='brown',top='pair',topstyle='v',bottom='deep',shoec='ink'),
 ife=dict(skin='s5',hair='wrap',hc='pair',top='deep',topstyle='v',bottom='ink',shoec='pair-dark'),
 noor=dict(skin='s3',hair='scarf',hc='pair',top='deep',topstyle=None,bottom='ink',shoec='pair-dark'),
 mo=dict(skin='s4',hair='curls',hc='black',top='pair',topstyle='crew',bottom='deep',shoec='white',hs=1.26,headup=8.4),
 kit=dict(skin='s5',hair='crop',hc='black',top='mid',topstyle='roll',bottom='ink',shoec='white'),
)
def who(p,name,**k):
    a=dict(CAST[name]); a.update(k); return person(p,**a)
def sit(p,name,x,seat,dr=1,lean=1,s=1,th=11,**k):
    """seated ¾: hip on the seat, thighs towards dr, feet below the knees"""
    hip=(x,seat-3*s); neck=(x+dr*lean*s,seat-22*s)
    a=dict(hip=hip,neck=neck,dr=dr,s=s,seated=True,lt=th,ls=14.5,
      fn=(x+dr*(th-3.4+k.pop('out',0))*s,seat+12.6*s),ff=(x+dr*(th+3.2+k.pop('outf',0))*s,seat+12.2*s),kn=-dr,kf=-dr,hw=7.2)
    a.update(k); return who(p,name,**a)
def stand(p,name,x,G,dr=1,s=1,**k):
    a=dict(hip=(x,G-31.5*s),neck=(x+dr*.6*s,G-51*s),dr=dr,s=s,fn=(x-dr*3.4*s,G-3.4*s),ff=(x+dr*3.9*s,G-3.6*s),kn=.01,kf=.01,
      hn=(x-dr*9.6*s,G-27.5*s),hf=(x+dr*9.4*s,G-27.5*s),bn=dr,bf=-dr)
    if k.get('back'): a['fn'],a['ff']=(x+dr*3.6*s,a['fn'][1]),(x-dr*3.6*s,a['ff'][1])
    a.update(k); return who(p,name,**a)
def dog(p,x,y,dr=1,s=1,c='#c99b62',harness=None,lead=None,sitting=False):
    """a dog, paws at y; harness = the hand that holds its handle, lead = the hand that holds its lead"""
    if lead: p.path(f'M{f(x+dr*11.6*s)},{f(y-19.4*s)} Q{f((x+dr*11*s+lead[0])/2)},{f((y+lead[1])/2)} {f(lead[0])},{f(lead[1])}',None,'ink',.8)
    p.g(f'translate({f(x)} {f(y)}) scale({f(s*dr)} {f(s)})'); cc=p.c(c); dk=shade(cc,.22)
    p.path('M-9.5,-10 L-11,-4.6 L-9.8,0 L-6.8,0 L-7.2,-1.4 L-8,-4.6 L-4.6,-10Z M3.6,-10 L4.4,0 L7.4,0 L6.8,-1.4 L7.2,-10Z',dk)
    p.path('M-10.8,-15 C-14.6,-14.6 -16.6,-17 -17.4,-20',None,cc,2.2)
    p.path('M-12,-12 C-13,-17.5 -9.5,-18.8 -5,-18.2 C0,-17.6 4,-18.4 7,-20.5 L11,-25 L15.4,-20.6 C13.8,-16.5 12.8,-13 10.8,-10 C7.5,-7.2 4,-8 0,-8.8 C-3,-9.2 -5,-8 -8,-7.6 C-10.5,-7.6 -11.6,-9.6 -12,-12Z',cc)
    p.path('M6.3,-12.4 L7,-1.6 C7,-.4 7.4,0 8.2,0 L11.2,0 C11.4,-1.3 10.6,-1.8 9.9,-1.9 L10.9,-11Z M-12,-13 C-12,-9.5 -12.6,-7.5 -12.8,-5.2 L-11.8,-1 C-11.6,-.2 -11.2,0 -10.6,0 L-8,0 C-7.8,-1.3 -8.6,-1.8 -9.3,-1.9 L-9.7,-5.2 C-8.4,-7.4 -5.6,-8 -5,-11.6Z',cc)
    p.path('M9.6,-24 C9.4,-28 12.4,-30 15.4,-29.4 C17.4,-29 18.2,-27.6 19,-26.8 L22,-26 C23.2,-25.6 23.2,-23.6 22.2,-23 C20,-22 17.6,-21.6 15.6,-20.6 C12.6,-20 9.8,-21.4 9.6,-24Z',cc)
    p.path('M11.4,-29.2 C9.2,-28.4 8.4,-25 9.2,-21.6 C11.2,-21 12.9,-23.6 13.3,-27Z',dk); p.circ(16.6,-26.5,.6,'ink'); p.ell(22.6,-25.3,.9,.75,'ink'); p.path('M18,-23 Q19.6,-22.9 21,-23.4',None,dk,.5)
    p.path('M9.2,-20.9 L13.7,-17.6',None,'pair-dark' if not harness else 'white',1.3)
    if harness:
        p.path('M2.6,-18.4 L4.2,-8.3',None,'white',2.2); hx_,hy=(harness[0]-x)/(s*dr),(harness[1]-y)/s
        p.path(f'M1.6,-17.6 L{f(hx_-.8)},{f(hy+.6)} M4.6,-18 L{f(hx_+1.2)},{f(hy+.8)}',None,'ink',.9); p.path(f'M{f(hx_-1.4)},{f(hy+.4)} L{f(hx_+1.6)},{f(hy+.8)}',None,'ink',1.6)
    p.e()
def rollator(p,x,y,dr=1,s=1):
    """walking frame with wheels; handles 30 u above the floor at x"""
    q=lambda a,b:(x+dr*a*s,y-b*s)
    p.line([q(-3.5,30.4),q(2.4,30),q(3.4,28)],'ink',1.5*s); p.line([q(3.4,28),q(9.6,3)],'mid' if False else 'deep',1.5*s); p.line([q(4.8,21),q(-4.4,3)],'deep',1.5*s); p.line([q(-1.8,14.6),q(7,14.6)],'ink',1.7*s)
    p.path(f'M{P(q(.4,13.6))} L{P(q(6.6,13.6))} L{P(q(6,7.6))} L{P(q(1.2,7.6))}Z',mix(p.c('deep'),INK,.3))
    for a in(-4.8,9.8): p.circ(*q(a,2.5),2.1*s,'white','ink',1*s)
def cane(p,hand_,tip): p.line([hand_,tip],'ink',1.7); p.line([lerp(hand_,tip,.16),lerp(hand_,tip,.86)],'white',1.05)
# ---------------------------------------------------------------- scenes 120 x 90
def meadow(p,w=120,h=90,hz=60,gy=74,sun=(96,24,12)):
    p.rect(0,0,w,h,'tint')
    if sun: p.circ(*sun,'sun')
    p.path(f'M0,{hz+2} C{w*.2},{hz-9} {w*.36},{hz-3} {w*.52},{hz} C{w*.7},{hz+3} {w*.84},{hz-6} {w},{hz-2} L{w},{h} L0,{h}Z','soft')
    p.path(f'M0,{gy} C{w*.33},{gy-4} {w*.66},{gy-2} {w},{gy+1} L{w},{h} L0,{h}Z','mid')
def room(p,w=120,h=90,gy=76,bg='tint',fl='soft'):
    p.rect(0,0,w,h,bg); p.rect(0,gy,w,h-gy,fl)
def window(p,x,y,w,h,sun=True,sky='white'):
    p.rect(x-1.6,y-1.6,w+3.2,h+3.2,'white',1); p.clip(f'M{x},{y}h{w}v{h}h-{w}Z')
    p.rect(x,y,w,h,'soft'); 
    if sun: p.circ(x+w*.68,y+h*.34,w*.16,'sun')
    p.path(f'M{x},{y+h*.72} Q{x+w*.3},{y+h*.52} {x+w*.6},{y+h*.7} T{x+w},{y+h*.64} V{y+h} H{x}Z','mid'); p.e()
    p.rect(x+w/2-.7,y,1.4,h,'white'); p.rect(x,y+h*.5-.7,w,1.4,'white'); p.rect(x-3.4,y+h+1.4,w+6.8,2.4,'white',.8)
def bench_two(p,cx,seat,s=1.25,a='ada',b='lee',half=37,gap=18):
    bench(p,cx-half*s,cx+half*s,seat,18*s,legh=15*s)
    x=cx+gap*s
    sit(p,b,x,seat,-1,3.2,s=s,hn=(x-11*s,seat-8.4*s),bn=-1,hf=(x-12*s,seat-9.6*s),bf=-1,face='calm',tilt=6,hold=lambda q:(mug(q,x-15*s,seat-5.8*s,'white',1.2*s,-1),q.rect(x-17.8*s,seat-9*s,5.5*s,1.3*s,'deep')))
    x2=cx-gap*s
    sit(p,a,x2,seat,1,-.3,s=s,hf=(x2+16*s,seat-15.5*s),bf=1,fk='over',hn=(x2+6*s,seat-3.6*s),bn=1,face='talk')
@scene
def bench2(p):
    meadow(p,sun=(58.5,11,6.6)); cloud(p,88,22,20); tree(p,10,66,50,27,'mid'); tree(p,110,64,34,18,'mid')
    bench_two(p,60,60,1.2); plant(p,112,82,12,'leaf',5,1,1.7); plant(p,7,84,10,'leaf',4,1,1.5)
def booklet(q,x,y,s):
    q.g(f'translate({f(x)} {f(y)}) scale({f(s)}) rotate(-6)')
    q.poly([(-8,-5),(0,-2.8),(8,-5.6),(8,4.6),(0,7),(-8,5)],'deep'); q.poly([(-7.2,-5.2),(0,-3),(0,6),(-7.2,4.2)],'white'); q.poly([(7.2,-5.8),(0,-3),(0,6),(7.2,3.8)],'#f1f4f3'); q.line([(0,-3),(0,6)],'soft',.5)
    for k in range(3): q.line([(-5.6,-2.6+k*2.1),(-1.8,-1.5+k*2.1)],'soft',.6); q.line([(5.6,-3+k*2.1),(1.8,-1.6+k*2.1)],'soft',.6)
    q.e()
def _icons(p,k,x,y,c):
    if k=='house': p.path(f'M{f(x-4)},{f(y+.2)} L{f(x)},{f(y-3.8)} L{f(x+4)},{f(y+.2)} h-1.2 v3.6 h-1.9 v-2.4 h-1.8 v2.4 h-1.9 v-3.6Z',c)
    if k=='coin': p.circ(x-1,y+.6,2.9,None,c,.9); p.path(f'M{f(x+1.2)},{f(y-2.6)} a2.9,2.9 0 1 1 1.2,5',None,c,.9)
    if k=='plus': p.path(f'M{f(x-1.2)},{f(y-3.6)} h2.4 v2.4 h2.4 v2.4 h-2.4 v2.4 h-2.4 v-2.4 h-2.4 v-2.4 h2.4Z',c)
    if k=='bus': p.rect(x-4.2,y-2.8,8.4,5,c,.8); p.circ(x-2.2,y+2.6,1.1,c); p.circ(x+2.2,y+2.6,1.1,c); p.rect(x-3.2,y-1.8,1.7,1.7,'white',.2); p.rect(x-.9,y-1.8,1.7,1.7,'white',.2); p.rect(x+1.4,y-1.8,1.7,1.7,'white',.2)
    if k=='sun': p.circ(x,y,2.6,c)
    if k=='heart': p.path(f'M{f(x)},{f(y+3)} C{f(x-5.4)},{f(y-.4)} {f(x-3)},{f(y-4)} {f(x)},{f(y-1.4)} C{f(x+3)},{f(y-4)} {f(x+5.4)},{f(y-.4)} {f(x)},{f(y+3)}Z',c)
    if k=='waves':
        for d in(-2,.4,2.8): p.path(f'M{f(x-4)},{f(y+d)} q1,-1.5 2,0 t2,0 t2,0 t2,0',None,c,.9)
def sign(p,x,y,h,fingers,w=3):
    p.rect(x-w/2,y-h,w,h,'ink',w/2)
    for (dy,dr,ln,c,ic) in fingers:
        yy=y-h+dy; t=5.6
        p.path(f'M{f(x-dr*4)},{f(yy-t)} L{f(x+dr*ln)},{f(yy-t)} L{f(x+dr*(ln+6))},{f(yy)} L{f(x+dr*ln)},{f(yy+t)} L{f(x-dr*4)},{f(yy+t)}Z',c)
        cx=x+dr*ln*.55; fg='ink' if c in('pair','white','soft','pair-soft') else 'white'
        icon(p,ic,cx,yy,fg)
def icon(p,k,x,y,c,s=1):
    if s!=1: p.g(f'translate({f(x)} {f(y)}) scale({f(s)})'); icon(p,k,0,0,c); p.e(); return
    _icons(p,k,x,y,c)
    if k=='talk': p.path(f'M{f(x-4)},{f(y-2.6)} h7 v4.4 h-4.2 l-2,2 v-2 h-.8Z',c)
    if k=='leaf': leaf(p,(x-3,y+2.4),(x+3.2,y-2.6),1.3,c,False)
    if k=='group':
        for d in(-2.8,0,2.8): p.circ(x+d,y-1.6,1.1,c); p.path(f'M{f(x+d-1.3)},{f(y+2.8)} v-1.8 a1.3,1.3 0 0 1 2.6,0 v1.8Z',c)
    if k=='screen': p.rect(x-3.6,y-2.8,7.2,4.6,None,.6,c,.9); p.line([(x-1.6,y+3),(x+1.6,y+3)],c,.9)
    if k=='cup': p.path(f'M{f(x-2.6)},{f(y-2.6)} h4.4 v3.4 q0,1.6 -1.6,1.6 h-1.2 q-1.6,0 -1.6,-1.6Z',c); p.path(f'M{f(x+1.8)},{f(y-1.8)} c2,0 2,2.4 0,2.2',None,c,.8)
    if k=='walk': p.circ(x+.4,y-2.9,1.1,c); p.path(f'M{f(x)},{f(y-1.4)} l-.4,2.2 l1.6,1 l.4,2 M{f(x-.4)},{f(y+.8)} l-1.4,2.8 M{f(x+.2)},{f(y-1)} l1.8,1 M{f(x-.2)},{f(y-1)} l-1.8,1.2',None,c,.95)
FING=[(7,1,25,'pair','talk'),(20.5,-1,19,'deep','group'),(34,1,21,'white','leaf')]
@scene
def signpost(p):
    meadow(p,hz=58,gy=70,sun=(108,58,9)); cloud(p,6,24,18)
    p.path('M44,90 C52,82 70,80 66,74 C62,69 78,66 84,60 L88,60 C84,67 74,70 80,75 C88,82 80,86 82,90Z','tint')
    sign(p,78,80,68,FING)
    def book(q):
        booklet(q,45.5,51,1.12); q.ell(53.6,53.4,2,1.25,'s1',rot=-14)
    stand(p,'bea',30,84,1,1.14,hf=(55,53.6),bf=1,hn=(36.5,55),bn=1,tilt=-8,mid=None,hold=book,face='smile')
    plant(p,110,83,12,'leaf',5,1,1.8); plant(p,8,84,9,'leaf',4,1,1.5)
def chairback(p,x,seat,dr,s=1,c='ink',floor=None):
    fl=floor or seat+16*s
    p.line([(x-dr*8*s,seat+1),(x-dr*10*s,fl)],c,1.7*s); p.line([(x+dr*7*s,seat+1),(x+dr*8*s,fl)],c,1.7*s)
    p.path(f'M{f(x-dr*8*s)},{f(seat+1)} L{f(x-dr*11*s)},{f(seat-17*s)}',None,c,1.9*s); p.rect(min(x-dr*10*s,x+dr*8*s),seat-.4,18*s,2.6*s,c,1.2*s)
def wheelchair(p,x,seat,dr,s=1,front=False,c='ink'):
    """x = hip; seat = top of cushion"""
    fl=seat+16.5*s; r=12*s; wx,wy=x-dr*2*s,fl-12*s
    if not front:
        p.line([(x-dr*8.6*s,seat-17*s),(x-dr*8.6*s,seat+2*s)],c,2*s); p.line([(x-dr*8.6*s,seat-17*s),(x-dr*13*s,seat-17.5*s)],c,2.2*s)
        p.rect(min(x-dr*9*s,x+dr*11*s),seat-.5*s,20*s,3*s,c,1.2*s)
        p.path(f'M{f(x+dr*10*s)},{f(seat+2*s)} L{f(x+dr*14.5*s)},{f(fl-3.4*s)} L{f(x+dr*21*s)},{f(fl-3.4*s)}',None,c,1.7*s)
        p.circ(x+dr*11.5*s,fl-2.8*s,2.8*s,'white',c,1.5*s)
    else:
        p.circ(wx,wy,r,None,c,2.1*s); p.circ(wx,wy,r-2.2*s,None,'white',.8*s)
        for a in range(0,180,30): 
            dx,dy=math.cos(math.radians(a))*(r-2.4*s),math.sin(math.radians(a))*(r-2.4*s); p.line([(wx-dx,wy-dy),(wx+dx,wy+dy)],'white',.4*s,.75)
        p.circ(wx,wy,1.7*s,c); p.path(f'M{f(x-dr*8*s)},{f(seat-6.5*s)} L{f(x+dr*5*s)},{f(seat-6.5*s)} q{f(dr*2*s)},0 {f(dr*2*s)},{f(2*s)} v{f(5*s)}',None,c,1.9*s)
def tabletop(p,cx,y,rx,ry,c='white',floor=86):
    p.path(f'M{f(cx-2.4)},{f(y)} L{f(cx-1.8)},{f(floor-2)} L{f(cx-12)},{f(floor)} L{f(cx+12)},{f(floor)} L{f(cx+1.8)},{f(floor-2)} L{f(cx+2.4)},{f(y)}Z',shade(p.c('pair-dark'),.3))
    p.ell(cx,y+1.8,rx,ry,shade(p.c('pair-dark'),.1)); p.ell(cx,y,rx,ry,'pair-dark' if c=='wood' else c)
@scene
def table(p):
    room(p); window(p,45,8,30,22)
    # two behind
    sit(p,'mina',46,65,1,.5,s=1.12,nolegs=True,hn=(46,57),hf=(55,57),bn=1,bf=1,tilt=0)
    sit(p,'tom',76,65,-1,.5,s=1.12,nolegs=True,hn=(76,57),hf=(64,50),bn=-1,bf=-1,fk='back',face='talk')
    # left and right, in front of the table edge
    chairback(p,17,62,1,1.14,floor=82)
    wheelchair(p,101,61,-1,1.14)
    tabletop(p,60,62,33,6,'wood',84)
    sit(p,'kit',18,62,1,.5,s=1.14,hn=(33,56),bn=1,hf=(35,57),bf=1,face='smile')
    sit(p,'pat',100,61,-1,.2,s=1.14,hn=(88,57),bn=-1,hf=(86,56),bf=-1,face='smile')
    wheelchair(p,101,61,-1,1.14,True)
    mug(p,40,62.5,'white',1.05,1); mug(p,56,61.5,'deep',1.05,1,True); mug(p,70,61.6,'white',1.05,-1,True); mug(p,83,62.5,'pair',1.05,-1)
@scene
def video(p):
    room(p,gy=70,fl='soft'); window(p,12,10,24,26)
    sit(p,'jo',36,88,1,3.4,s=1.56,nolegs=True,hn=(58,73),bn=1,hf=(64,72),bf=1,tilt=2,face='smile')
    p.rect(0,74,120,16,'pair-dark'); p.rect(0,74,120,2.2,mix(p.c('pair-dark'),WHITE,.25))
    p.poly([(96,75.5),(110,75.5),(102,54)],shade(p.c('mid'),.3))
    p.g('rotate(5 92 54)'); p.rect(68,33,46,43,'ink',3.2,rot=0); p.rect(70.6,35.6,40.8,37.8,'soft',1.2); p.clip('M70.6,35.6h40.8v37.8h-40.8Z'); p.circ(105,43,4.4,'sun')
    sit(p,'sam',89,90,-1,.5,s=1.34,nolegs=True,hn=(103,84),hf=(76,84),bn=-1,bf=1,face='talk',top='deep',topstyle='crew'); p.e()
    p.e()
    mug(p,20,74.6,'white',1.5,-1,True)
@scene
def walk(p):
    meadow(p,hz=56,gy=68,sun=(18,20,9)); cloud(p,95,18,19); tree(p,106,68,46,24,'mid')
    p.path('M0,84 C40,78 80,80 120,82 L120,90 L0,90Z','tint')
    # physiotherapist behind, walker in front with a stick
    G=84;s=1.14
    stand(p,'sam',47,G-1,1,s,top='white',topstyle='lanyard',under='deep',bottom='deep',hip=(47,G-34*s),neck=(48.4,G-53.4*s),fn=(39.5,G-5.4),ff=(56.5,G-5.2),kn=-1,kf=-.35,hn=(38.5,50),hf=(59,51),bf=-1,face='talk',shoec='ink')
    p.line([(91,51),(94,G)],'ink',1.7); p.path('M87.6,51.4 q1.4,-2.6 3.4,-.4',None,'ink',1.7)
    stand(p,'pat',73,G,1,s,hip=(75,G-33*s),neck=(77,G-52*s),fn=(68,G-5.2),ff=(84,G-4.4),kn=-1,kf=-.35,hn=(67,53),hf=(88,53),bf=-1,hk='open',top='pair',bottom='ink',shoec='white')
@scene
def chairs(p):
    room(p); window(p,48,9,24,24)
    # lamp
    p.line([(108,80),(108,24)],'ink',1.2); p.path('M100,25 L116,25 L112.4,11 L103.6,11Z','pair'); p.rect(103,79,10,1.8,'ink',.8)
    armchair(p,25,84,1,'mid',30,34); armchair(p,92,84,-1,'pair',30,34)
    sit(p,'bea',27,66,1,-.2,s=1.2,hn=(38,60),bn=1,hf=(46.5,49),bf=1,fk='over',face='talk',top='deep',bottom='ink')
    sit(p,'raj',91,66,-1,1.2,s=1.2,hn=(78,61),bn=-1,hf=(76,60),bf=-1,face='calm',tilt=4,hc='deep',top='white')
    p.ell(60,68,9,2.4,'pair-dark'); p.rect(59.2,68,1.6,14,shade(p.c('pair-dark'),.3)); p.ell(60,82.6,6,1.4,shade(p.c('pair-dark'),.3)); mug(p,56.6,68,'white',1,-1,True); mug(p,63.4,68.4,'deep',1,1)
    pot(p,9,84,9,8,'pair'); plant(p,9,76,26,'leaf',5,.9,2.8,'mid')
def wcan(p,x,y,s=1,dr=1,c='pair'):
    p.path(f'M{f(x-5*s)},{f(y-5*s)} h{f(10*s)} l{f(.8*s)},{f(9*s)} h-{f(11.6*s)}Z',c); p.path(f'M{f(x+dr*5*s)},{f(y+1*s)} L{f(x+dr*13*s)},{f(y-6*s)} M{f(x+dr*11.6*s)},{f(y-8*s)} L{f(x+dr*14.6*s)},{f(y-4.4*s)}',None,c,1.8*s)
    p.path(f'M{f(x-dr*5*s)},{f(y-3*s)} C{f(x-dr*10*s)},{f(y-8*s)} {f(x-dr*2*s)},{f(y-11*s)} {f(x+dr*3*s)},{f(y-5*s)}',None,shade(p.c(c),.18),1.4*s)
@scene
def garden(p):
    meadow(p,hz=54,gy=66,sun=(60,19,10)); cloud(p,86,17,19); tree(p,112,64,40,22,'mid')
    wheelchair(p,99,64,-1,1.14)
    sit(p,'tom',98,64,-1,3,s=1.14,hn=(82,53),bn=-1,hf=(79,54),bf=-1,glasses=True,tilt=6,hair='cap',hc='pair-dark')
    wheelchair(p,99,64,-1,1.14,True)
    stand(p,'ada',20,85,1,1.13,hn=(31,43),bn=1,hf=(35,42.5),bf=1,fk='back',tilt=6)
    p.g('rotate(16 37 44)'); wcan(p,37.5,47.5,1,1,'white'); p.e()
    for i in range(4): p.line([(52.2+i*.9,47.6-i*1.1),(53.6+i*1.3,51.6-i*.8)],'deep',.5)
    for x,h in((50,9),(57,12),(64,10),(71,12),(78,9)): sprig(p,x,62,h+3,'leaf',.1 if int(x)%2 else -.1,4,1.6)
    for x in(57,71): p.circ(x+(.2 if x==57 else .2),46,2.3,'pair'); p.circ(x+.2,46,.9,'white')
    p.rect(42,61,44,22,'pair-dark',1); 
    for yy in(68,75.4): p.line([(42,yy),(86,yy)],shade(p.c('pair-dark'),.28),.6)
    for xx in(44,82): p.rect(xx,60,3,24.5,shade(p.c('pair-dark'),.28),.8)
    p.rect(41,60,46,2.6,mix(p.c('pair-dark'),WHITE,.2),.8)
def cat(p,x,y,c='ink',s=1,dr=1):
    p.g(f'translate({f(x)} {f(y)}) scale({f(s*dr)} {f(s)})'); cc=p.c(c)
    p.path('M-8,0 C-9.6,-6 -4,-8.4 1,-7.6 C6,-7 8.4,-4 8,0Z',cc); p.path('M-7.6,-1.4 C-13,-.4 -12,-6 -10,-6.4',None,cc,1.8)
    p.ell(7,-6.2,3.5,3.1,cc); p.path('M4.2,-7.4 L4.8,-11 L7,-9Z M7.4,-9.1 L9.8,-11 L10,-7Z',cc); p.path('M7,-6 q.6,.7 1.2,0 M8.8,-6 q.5,.6 1,0',None,'white' if c=='ink' else 'ink',.4); p.e()
@scene
def window_rest(p):
    room(p); window(p,62,8,44,44)
    armchair(p,36,84,1,'deep',32,36)
    sit(p,'jo',38,66,1,-1.6,s=1.24,hn=(54,58),bn=1,hf=(57,57),bf=1,eyes='open',face='calm',top='pair',bottom='ink',hc='black',hair='long',skin='s3',hold=lambda q:mug(q,59.6,61.5,'deep',1.3,1,True))
    cat(p,86,53.2,'ink',.95,-1)
    pot(p,107,84,10,9,'pair'); plant(p,107,75,26,'mid',5,.9,2.8,'leaf')
@scene
def phone(p):
    room(p,gy=70); window(p,78,9,30,30); 
    def ph(q): q.rect(41.6,33.4,4.6,13,'deep',1.3,rot=-10)
    sit(p,'kit',46,88,1,1.2,s=1.68,nolegs=True,hf=(80,73),bf=1,hn=(43.6,43.4),bn=1,la=8.4,lf=10.6,face='talk',top='pair',hk='fist',hold=ph)
    p.rect(0,75,120,16,'pair-dark'); p.rect(0,75,120,2.2,mix(p.c('pair-dark'),WHITE,.25))
    p.poly([(64,78.6),(88,78.6),(92,86.6),(62,86.6)],'white') 
    for i in range(3): p.line([(67-i*.4,80.8+i*2),(84+i*.6,80.8+i*2)],'mid',.7)
    p.line([(83,74),(76,80)],'ink',1.2)
    pot(p,16,76,11,9,'deep'); plant(p,16,67,24,'mid',5,.9,2.6,'leaf')
    mug(p,102,77,'white',1.5,1,True)
@scene
def letter(p):
    room(p,gy=76,bg='tint'); 
    p.rect(30,4,44,73,shade(p.c('deep'),.25),1); p.rect(32,6,40,71,'deep',.6)
    for x in(37,54): p.rect(x,12,13,24,None,.8,mix(p.c('deep'),INK,.25),1)
    p.rect(37,12,13,22,'soft',.8); p.rect(54,12,13,22,'soft',.8)
    for x in(37,54): p.rect(x,50,13,22,None,.8,mix(p.c('deep'),INK,.3),1)
    p.rect(43,40,18,4.6,'pair',1); p.rect(45,41.4,14,1.8,'ink',.6); p.circ(68.6,47,1.7,'pair')
    p.g('rotate(-12 52 58)'); p.rect(40,50,25,16,'white',.6,shade(p.c('soft'),.1),.5); p.rect(44,57,11,5.4,'tint',.5); p.line([(46,59),(53,59)],'ink',.5); p.line([(46,61),(51,61)],'ink',.5); p.rect(59,52,4,4.6,'pair',.3); p.e()
    p.path('M22,82 L82,82 L88,87 L16,87Z','pair'); p.line([(21,84.4),(83,84.4)],shade(p.c('pair'),.2),.7)
    p.path('M92,58 L112,58 L112,60.6 L92,60.6Z','pair-dark'); p.line([(95,60),(95,82)],'pair-dark',1.6); p.line([(109,60),(109,82)],'pair-dark',1.6)
    pot(p,102,58,11,9,'pair'); plant(p,102,49,32,'leaf',7,1,3,'mid')
    p.rect(6,22,18,1.8,'pair-dark',.8); p.line([(10,24),(10,27)],'ink',1); p.line([(19,24),(19,27)],'ink',1)
    p.path('M10,26 C5,28 4.6,36 5,52 L16,52 C16,36 15.4,28 10,26Z','pair'); p.line([(10.4,30),(10.4,52)],shade(p.c('pair'),.25),.5)
    p.path('M19,27 q3,14 1.4,22 l-2.6,0 q-1.4,-10 1.2,-22','mid')
    shoe(p,(10,77),1,'ink',.9,0,'white'); shoe(p,(17,77.4),1,'ink',.9,0,'white')
@scene
def hand_shoulder(p):
    p.rect(0,0,120,90,'tint'); window(p,8,8,30,34); p.rect(0,80,120,10,'soft')
    stand(p,'mina',78,142,-1,1.8,hip=(78,100),nolegs=True,hf=None,hn=(93,96),bn=-1,face='calm',tilt=9,hc='pair',top='deep')
    sit(p,'tom',44,106,1,.6,s=1.7,nolegs=True,hn=(50,98),hf=(60,98),bn=1,bf=1,topstyle='shirt',top='mid',tilt=-9,glasses=True,face='smile')
    arm(p,(69.5,60),(64,70.6),-1,'deep','s3',1.8,thumb=1,la=9.8,lf=8.4,start=.3)
    plant(p,113,92,26,'mid',5,.9,3,'leaf'); plant(p,6,92,20,'mid',5,.9,2.6,'leaf')
@scene
def library(p):
    room(p,gy=78)
    # shelves
    for r in range(3):
        y=12+r*19; p.rect(2,y+14,36,1.8,'pair-dark'); x=4; i=0
        for w,h,c in((3.4,11,'deep'),(2.6,12.6,'pair'),(3.6,10,'mid'),(2.4,12,'ink'),(3,11.4,'pair'),(3.4,9.4,'soft'),(2.6,12.4,'deep'),(3.4,11,'mid'),(2.6,10,'pair'),(2.8,12.2,'deep')):
            p.rect(x,y+14-h+(r*.7 if i%2 else 0),w,h-(r*.7 if i%2 else 0),c,.3); x+=w+.35; i=(i+1+r)
            if x>34: break
    p.rect(1,6,1.8,73,'pair-dark'); p.rect(37,6,1.8,73,'pair-dark'); p.rect(1,6,38,1.8,'pair-dark'); p.rect(1,72,38,1.8,'pair-dark')
    # booth
    p.path('M84,80 L84,22 Q84,16 90,16 L120,16 L120,80Z','mid'); p.rect(88,20,32,60,mix(p.c('mid'),WHITE,.3),2)
    wheelchair(p,61,63,1,1.2)
    sit(p,'mina',62,63,1,1,s=1.2,hf=(86,56),bf=1,hn=(83,57),bn=1,hc='pair',top='deep',bottom='ink',fk='back',shoec='pair')
    wheelchair(p,61,63,1,1.2,True)
    p.rect(80,58,40,2.6,'white',.8); p.rect(112,60,3,20,'white'); p.rect(98,38,20,15,'ink',1.4); p.rect(99.6,39.6,16.8,11.8,'white',.6); p.circ(108,44,2.4,'pair'); p.path('M103.6,51.4 v-1 a4.4,4 0 0 1 8.8,0 v1Z','deep'); p.rect(106.6,53,2.8,4,'ink'); p.rect(103,56.6,10,1.4,'ink',.5)
    p.path('M100,16 v5 M96,26 l2,-5 h4 l2,5Z','pair','pair',.8)
@scene
def course(p):
    room(p)
    window(p,10,10,22,20)
    p.rect(62,10,28,34,'white',1.2); p.rect(60,8.4,32,2.6,'ink',1); p.line([(68,44),(64,79)],'ink',1.3); p.line([(84,44),(88,79)],'ink',1.3)
    p.circ(76,21,5.6,'pair'); p.path('M66,37 Q73,28 78,33 T86,30',None,'deep',1.6)
    stand(p,'raj',102,82,-1,1.06,hf=(87,36),bf=-1,hn=(111,52),bn=-1,face='talk',bottom='deep',top='white')
    chairback(p,16,64,1,1.14,floor=84); chairback(p,46,66,1,1.14,floor=86)
    sit(p,'pat',17,64,1,0,s=1.14,hn=(29,60),bn=1,hf=(31,60),bf=1,face='calm')
    sit(p,'kit',47,66,1,.6,s=1.14,hn=(57,62),bn=1,hf=(61,61),bf=1,face='smile',top='deep',bottom='ink')
@scene
def cycle(p):
    p.rect(0,0,120,90,'white')
    C=[(30,23),(90,23),(90,67),(30,67)]; r=21
    def arrow(a,b,c,col='ink'):
        p.path(f'M{a[0]},{a[1]} Q{c[0]},{c[1]} {b[0]},{b[1]}',None,col,1.5)
        v=V(c,b); d=L(v); u=(v[0]/d,v[1]/d); n=(-u[1],u[0])
        p.line([(b[0]-u[0]*3+n[0]*2.2,b[1]-u[1]*3+n[1]*2.2),b,(b[0]-u[0]*3-n[0]*2.2,b[1]-u[1]*3-n[1]*2.2)],col,1.5)
    for k,(x,y) in enumerate(C):
        p.clip(f'M{x-r},{y}a{r},{r} 0 1 0 {2*r},0a{r},{r} 0 1 0 -{2*r},0Z')
        p.rect(x-r,y-r,2*r,2*r,'tint' if k!=1 else 'night'); 
        if k==0:   # pain: a hand at the back, on the way
            window(p,x+7,y-16,9,10,False); p.rect(x+2,y+9.5,20,2.4,'pair-dark',.6); p.rect(x+4,y+11.9,18,12,'soft'); p.path(f'M{x+10.6},{y+9.5} l.8,-6.6 h5.6 l.8,6.6Z','deep'); p.path(f'M{x+11.4},{y+3.4} l-2.4,-1.4 M{x+12},{y+2} q2.2,-3.4 4.4,0',None,'deep',.9)
            arm(p,(x-9.4,y-1.6),(x-7,y+11.2),1,shade(p.c('pair'),.12),'s1',.93,edge=False)
            stand(p,'tom',x-5.4,y+42.4,1,.93,hn=None,hf=(x+5.6,y+8.6),bf=-1,face='calm',eyes='closed',glasses=False,top='pair',tilt=7)
        if k==1:   # awake at night
            p.circ(x+8,y-10,5,'moon'); p.circ(x+10.4,y-11.4,4.4,'night')
            p.path(f'M{x-r},{y+20} v-18 h4 v18Z',  'pair-dark'); p.rect(x-16,y+2,12,8,'white',3,rot=-12)
            head(p,(x-8,y+.6),1,-58,'s1','recede','silver',.86,'flat')
            p.path(f'M{x-5},{y+3} C{x},{y-1} {x+8},{y+3} {x+r},{y+2} V{y+r} H{x-r} V{y+10} C{x-10},{y+9} {x-7},{y+6} {x-5},{y+3}Z','pair'); p.path(f'M{x-5},{y+3} C{x-2},{y+6} {x+4},{y+9} {x+r},{y+8}',None,shade(p.c('pair'),.2),.6)
        if k==2:   # doing less: shoes stay by the door
            p.rect(x-r,y+13,2*r,10,'soft'); p.rect(x+7,y-16,10,29,'mid',.6); p.circ(x+9,y-1,.8,'ink')
            armchair(p,x-7,y+17,1,'deep',17,18)
            sit(p,'tom',x-6,y+8,1,-1.4,s=.7,hn=(x+1.6,y+4.6),bn=1,hf=(x+2.6,y+4.6),bf=1,face='flat',glasses=False,top='pair',tilt=6)
            shoe(p,(x+9,y+11.4),1,'ink',.55); shoe(p,(x+13.6,y+11.8),1,'ink',.55)
        if k==3:   # low and worried
            p.circ(x+9,y-10,1,'mid'); p.circ(x+6,y-6.4,.7,'mid'); p.path(f'M{x+9},{y-13} m-1,-1',None)
            p.path(f'M{x+4},{y-13} q1,-3 4,-1.6 q2,-3 4.4,-.4 q3,0 2,3 q-1.4,3 -4.4,1.6 q-3,1.6 -4.4,-.4 q-2,0 -1.6,-2.2Z',None,'deep',.9); p.path(f'M{x+6.4},{y-13} q1.4,-1.6 2.6,0 t2.6,-.2',None,'deep',.7)
            sit(p,'tom',x-5,y+25,1,2.4,s=1.0,nolegs=True,hn=(x+6,y+13),bn=1,hf=(x+8,y+13),bf=1,face='flat',glasses=False,top='pair',tilt=13)
            p.rect(x-r,y+14,2*r,8,'pair-dark')
        p.e()
    arrow((54,12),(66,12),(60,8)); arrow((106,38.5),(106,51.5),(109.6,45)); arrow((66,78),(54,78),(60,82)); arrow((14,51.5),(14,38.5),(10.4,45))
def bigtree(p,x,y,h,w,c='mid',c2='deep'):
    tr=shade(p.c('pair-dark'),.35)
    p.path(f'M{f(x-w*.07)},{f(y)} C{f(x-w*.03)},{f(y-h*.3)} {f(x-w*.045)},{f(y-h*.5)} {f(x-w*.1)},{f(y-h*.72)} L{f(x+w*.1)},{f(y-h*.74)} C{f(x+w*.04)},{f(y-h*.5)} {f(x+w*.03)},{f(y-h*.3)} {f(x+w*.08)},{f(y)}Z',tr)
    cc=p.c(c)
    for dx,dy,r,k in((-.34,.66,.2,0),(.34,.68,.2,0),(-.2,.82,.22,0),(.2,.84,.23,0),(0,.72,.24,0),(0,.93,.2,0),(-.44,.78,.13,0),(.45,.8,.14,0)):
        p.circ(x+dx*w,y-dy*h,r*w,cc)
    for dx,dy in((-.36,.7),(-.12,.86),(.16,.7),(.3,.86),(.02,.98),(-.24,.94),(.4,.72),(-.04,.7)):
        q=(x+dx*w,y-dy*h); p.path(f'M{f(q[0]-w*.05)},{f(q[1])} q{f(w*.05)},{f(w*.05)} {f(w*.1)},0',None,shade(cc,.2),.7)
def cover_leaflet(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); p.circ(79,24,12,'sun'); cloud(p,42,24,22); cloud(p,76,56,18); bird(p,52,40,.8); bird(p,58,36.6,.6)
    p.path(f'M0,86 C18,72 34,76 54,82 C72,87 88,74 {w},78 L{w},{h} L0,{h}Z','soft'); tree(p,91,84,26,14,'mid'); tree(p,80,86,18,10,'mid')
    p.path(f'M0,98 C30,92 70,94 {w},99 L{w},{h} L0,{h}Z','mid')
    bigtree(p,8,104,96,62,'mid')
    bench_two(p,52,88,1.3,half=31,gap=16.5)
    p.path(f'M0,117 C30,112 70,113 {w},118 L{w},{h} L0,{h}Z','turf')
    plant(p,92,122,19,'leaf',5,1,2.6); plant(p,5,123,16,'leaf',5,1,2.2)
    for x,y in((76,120.5),(80,122),(20,121)): p.circ(x,y,1.3,'pair'); p.circ(x,y,.5,'white')
def cover_booklet(p,w=148,h=134):
    p.rect(0,0,w,h,'tint'); p.circ(134,78,11,'sun'); cloud(p,4,26,24); bird(p,64,20,1); bird(p,73,15,.8)
    p.path(f'M0,84 C30,66 58,76 80,80 C104,84 124,70 {w},76 L{w},{h} L0,{h}Z','soft'); tree(p,10,86,40,22,'mid')
    p.path(f'M0,102 C40,94 90,96 {w},102 L{w},{h} L0,{h}Z','mid')
    p.path('M62,134 C70,122 100,120 96,110 C92,102 112,98 118,82 L122,81.4 C122,98 106,102 112,110 C120,120 112,126 116,134Z','tint')
    p.g('translate(103 121) scale(1.5) translate(-78 -80)')
    sign(p,78,80,74,[(7,1,19.5,'pair','talk'),(19.5,-1,20,'deep','group'),(32,1,17,'white','leaf'),(44.5,-1,10,'pair-soft','screen')])
    p.e()
    def book(q):
        booklet(q,61,81,1.7); q.ell(73.4,84.6,3,1.9,'s1',rot=-14)
    p.g('translate(0 -5)')
    s=1.72; stand(p,'bea',37,129,1,s,hf=(75.5,85.5),bf=1,hn=(48,87),bn=1,tilt=-9,hold=book,face='smile')
    p.e()
    plant(p,138,129,20,'leaf',5,1,2.8); plant(p,8,130,18,'leaf',5,1,2.6)
    for x,y in((124,126),(128,129),(18,128)): p.circ(x,y,1.6,'pair'); p.circ(x,y,.6,'white')
def scene_wide(p,w=150,h=112):
    """poster: people round a table"""
    p.rect(0,0,w,h,'tint'); p.rect(0,92,w,h-92,'soft'); 
    window(p,50,8,50,34)
    for x in(20,130): p.line([(x,0),(x,10)],'ink',.7)
    for x in(20,130): p.path(f'M{x-7},17 Q{x-6},9.5 {x},9.5 Q{x+6},9.5 {x+7},17Z','pair')
    pot(p,10,100,13,12,'pair'); plant(p,10,88,34,'mid',5,.9,3.4,'leaf')
    p.g('translate(3 10) scale(1.2)')
    sit(p,'mina',46,63,1,.5,s=1.12,nolegs=True,hn=(46,57),hf=(55,57),bn=1,bf=1)
    sit(p,'tom',76,63,-1,.5,s=1.12,nolegs=True,hn=(76,57),hf=(64,48),bn=-1,bf=-1,fk='back',face='talk')
    chairback(p,17,62,1,1.14,floor=82); wheelchair(p,101,61,-1,1.14); tabletop(p,60,62,33,6,'wood',84)
    sit(p,'kit',18,62,1,.5,s=1.14,hn=(33,56),bn=1,hf=(35,57),bf=1,face='smile')
    sit(p,'pat',100,61,-1,.2,s=1.14,hn=(88,57),bn=-1,hf=(86,56),bf=-1,face='smile'); wheelchair(p,101,61,-1,1.14,True)
    mug(p,40,62.5,'white',1.05,1); mug(p,54,61,'deep',1.05,1,True); mug(p,68,61.2,'white',1.05,-1,True); mug(p,80,62.5,'pair',1.05,-1); p.ell(61,64,5.4,1.2,'white'); 
    for a in(58.6,61,63.4): p.ell(a,63.2,1.5,.8,'pair-dark'); p.ell(a,63,1.4,.6,'pair')
    p.e()
def cover_large(p,w=140,h=122):
    p.rect(0,0,w,h,'tint'); p.circ(120,24,13,'sun'); cloud(p,66,22,26); cloud(p,104,54,20); bird(p,100,45,.8); bird(p,106,42,.6)
    p.path(f'M0,82 C26,68 50,72 76,78 C100,83 122,70 {w},74 L{w},{h} L0,{h}Z','soft'); tree(p,131,80,28,15,'mid'); tree(p,120,82,19,11,'mid')
    p.path(f'M0,95 C40,89 100,91 {w},96 L{w},{h} L0,{h}Z','mid')
    bigtree(p,14,101,94,66,'mid'); bench_two(p,72,86,1.3,half=34,gap=17)
    p.path(f'M0,114 C40,109 100,110 {w},115 L{w},{h} L0,{h}Z','turf')
    plant(p,130,119,21,'leaf',5,1,2.8); plant(p,8,120,17,'leaf',5,1,2.4)
    for x,y in((108,116.5),(112,118),(30,117)): p.circ(x,y,1.4,'pair'); p.circ(x,y,.55,'white')
def phone_tall(p,w=76,h=118):
    """portrait: standing at a window with the phone"""
    p.rect(0,0,w,h,'tint'); p.rect(0,100,w,18,'soft'); window(p,34,10,32,40)
    pot(p,62,108,12,11,'pair'); plant(p,62,97,30,'mid',5,.9,3,'leaf')
    G=114;s=1.5
    stand(p,'kit',30,G,1,s,top='pair',topstyle='roll',bottom='deep',shoec='white',hf=(47,64),bf=1,fk='back',hn=(27.7,30.9),bn=1,la=8.4,lf=10.6,hk='fist',face='talk',hold=lambda q:q.rect(25.9,21.8,4.1,11.6,'deep',1.1,rot=-10))
def strip_walk(p,w=108,h=40):
    # Feet well above the edge: a strip bleeds, and a printer leaves its last millimetres white.
    p.rect(0,0,w,h,'tint'); p.circ(17,12,6,'sun'); cloud(p,30,12,14)
    p.path(f'M0,23 C24,15 44,19 62,22 C80,25 94,17 {w},21 L{w},{h} L0,{h}Z','soft'); tree(p,98,28,24,13,'mid'); tree(p,88,28,16,9,'mid'); tree(p,8,29,20,11,'mid')
    p.path(f'M0,27 C30,24 70,25 {w},28 L{w},{h} L0,{h}Z','mid'); p.path(f'M0,30.8 C40,27.8 80,28.8 {w},30.3 L{w},{h} L0,{h}Z','tint')
    p.g('translate(29 1.2) scale(.35)'); G=84;s=1.14
    stand(p,'sam',67,G-1,1,s,top='white',topstyle='lanyard',under='deep',bottom='deep',hip=(67,G-34*s),neck=(68.4,G-53.4*s),fn=(59.5,G-5.4),ff=(76.5,G-5.2),kn=-1,kf=-.35,hn=(58.5,50),hf=(79,51),bf=-1,face='talk',shoec='ink')
    p.line([(111,51),(114,G)],'ink',1.7); p.path('M107.6,51.4 q1.4,-2.6 3.4,-.4',None,'ink',1.7)
    stand(p,'pat',93,G,1,s,hip=(95,G-33*s),neck=(97,G-52*s),fn=(88,G-5.2),ff=(104,G-4.4),kn=-1,kf=-.35,hn=(87,53),hf=(108,53),bf=-1,top='pair',bottom='ink',shoec='white')
    p.e()
def icon_person(p,on=True):
    c='deep' if on else None
    if on: p.circ(5,4.4,3.1,'deep'); p.path('M0.4,19.6 v-5.6 a4.6,5.2 0 0 1 9.2,0 v5.6Z','deep')
    else: p.circ(5,4.4,2.75,'white','deep',.8); p.path('M.8,19.2 v-5.2 a4.2,4.8 0 0 1 8.4,0 v5.2Z','white','deep',.8)

# ---------------------------------------------------------------- more props
def nightwin(p,x,y,w,h):
    p.rect(x-1.6,y-1.6,w+3.2,h+3.2,'white',1); p.rect(x,y,w,h,'night'); mx,my,r=x+w*.7,y+h*.28,h*.15
    p.circ(mx,my,r,'moon'); p.circ(mx+r*.5,my-r*.3,r*.86,'night')
    for a,b in((.14,.2),(.3,.1),(.36,.36),(.12,.42)): p.circ(x+w*a,y+h*b,.5,'moon')
    p.path(f'M{x},{y+h} V{f(y+h*.74)} Q{f(x+w*.3)},{f(y+h*.56)} {f(x+w*.62)},{f(y+h*.74)} T{x+w},{f(y+h*.68)} V{y+h}Z',mix(p.c('mid'),INK,.5))
    p.rect(x+w/2-.7,y,1.4,h,'white'); p.rect(x,y+h*.5-.7,w,1.4,'white'); p.rect(x-3.4,y+h+1.4,w+6.8,2.4,'white',.8)
def desk(p,y,w=120,h=90): p.rect(0,y,w,h-y,'pair-dark'); p.rect(0,y,w,2.2,mix(p.c('pair-dark'),WHITE,.25))
def sheet(p,x,y,w=20,h=8,c='white',lines=3,sk=3,ic=None):
    """a sheet lying on a table"""
    p.poly([(x-w/2+sk*.2,y),(x+w/2-sk*.2,y),(x+w/2+sk,y+h),(x-w/2-sk,y+h)],c)
    if ic: icon(p,ic,x-w*.3,y+h*.5,'pair-dark',.8)
    for i in range(lines): k=(i+1)/(lines+1); x0=x-w*(.05 if ic else .36)-sk*k*.4; p.line([(x0,y+h*k),(x+w*.36+sk*k*.4,y+h*k)],'mid',.7)
def lampshade(p,x,y,w=14,h=8,drop=10):
    p.line([(x,y-drop),(x,y)],'ink',.7); p.path(f'M{f(x-w/2)},{f(y+h)} Q{f(x-w*.42)},{f(y)} {f(x)},{f(y)} Q{f(x+w*.42)},{f(y)} {f(x+w/2)},{f(y+h)}Z','pair')
def card(p,x,y,w,h,c,ic=None,pin=True,rot=0,lines=2,fg=None):
    if rot: p.g(f'rotate({rot} {f(x+w/2)} {f(y+h/2)})')
    p.rect(x,y,w,h,c,.7)
    fg=fg or ('white' if c in('deep','ink','mid') else 'ink')
    if ic: icon(p,ic,x+w/2,y+h*(.42 if lines else .5),fg,min(w,h)/10)
    for i in range(lines): p.line([(x+w*.2,y+h*(.76+.12*i)),(x+w*(.8 if i==0 else .6),y+h*(.76+.12*i))],fg if c in('deep','ink','mid') else 'mid',.6)
    if pin: p.circ(x+w/2,y+.9,.85,'ink' if c!='ink' else 'pair')
    if rot: p.e()
def cup(p,x,y,c='white',s=1): p.path(f'M{f(x-1.9*s)},{f(y-4.6*s)} h{f(3.8*s)} l{f(-.6*s)},{f(4.6*s)} h{f(-2.6*s)}Z',c)
def pen_(p,a,b,c='ink'): p.line([a,b],c,1.2)
def bedtime(p,x=0,y=0):
    # bed, seen from the side; x, y move everything
    p.rect(29,42,5,42,'pair-dark',2); p.rect(112,58,4.4,26,'pair-dark',2); p.rect(31,68,84,12,shade(p.c('pair-dark'),.25)); p.rect(32,62,81,9,'white',2)
    p.path('M33,63 C32,57 36,53.4 43,54 C50,54.4 58,56 58.6,60 C59,63.6 54,64.4 48,64.4 L36,64.6 C34,64.6 33.2,64.4 33,63Z','white')
@scene
def sleep(p):
    p.rect(0,0,120,90,mix(p.c('mid'),INK,.2)); p.rect(0,78,120,12,mix(p.c('mid'),INK,.38)); p.circ(16,46,20,mix(p.c('mid'),INK,.06)); nightwin(p,60,7,40,34)
    # bedside table and lamp
    p.rect(5,62,22,3,'pair-dark',.8); p.rect(7,65,18,19,shade(p.c('pair-dark'),.2)); p.rect(9,68,14,6,'pair-dark',.6); p.circ(16,71,.9,'white')
    p.path('M13,62 C13,59 15,58 15,55 h2 C17,58 19,59 19,62Z','white'); p.path('M8.4,55 L23.6,55 L20.4,43.6 L11.6,43.6Z',mix(p.c('sun'),WHITE,.5)); mug(p,23.6,62,'white',.8,1)
    bedtime(p)
    head(p,(47,56.4),1,-66,'s3','long','black',1.24,'smile',eyes='closed',mono=False)
    p.path('M41,61 C36,63 34,62 36,59.4 C38.6,57 42,57 43.6,58Z',HR['black'])
    # cover
    p.path('M56,61.6 C62,57.6 70,57 79,57.4 C90,58 96,58.6 101,56 C105,54 109.6,55 111.6,59 L113,64 L113,81 C92,83 70,82.6 55,81 C52.6,75 52,66 56,61.6Z','pair')
    p.path('M56,61.6 C62,57.6 70,57 79,57.4 L78,63.4 C69,62.6 62,63.6 57.4,67 C54,69 53,66 56,61.6Z','white')
    for k in(0,1,2): p.path(f'M{70+k*15},{66+k*.3} C{69+k*15},71 {69+k*15},76 {70+k*15},81.6',None,shade(p.c('pair'),.2),.6)
    arm(p,(58,62.6),(75.4,65.6),-1,'deep','s3',1.2,thumb=-1,la=9,lf=8.6)
    cat(p,99,57.4,'ink',.92,-1)
def writing(p,w=120,h=90,dx=0,dy=0,cover=False,arms=False):
    s=1.56 if not cover else 1.62
    sit(p,'ada',42+dx,88+dy,1,3.6,s=s,nolegs=True,tilt=11,face='smile',eyes='closed',**(dict(hn=(63.4+dx,75+dy),bn=1,hk='fist',hf=(80+dx,75+dy),bf=1,armsonly=True) if arms else dict(hf=(80+dx,75+dy),bf=1)))
def writing_table(p,y,dx=0,w=120,h=90):
    desk(p,y,w,h)
    p.poly([(60+dx,y+2.8),(88+dx,y+2.8),(93+dx,y+11),(59+dx,y+11)],'white')
    for i in range(3): p.line([(70+dx-i*.2,y+4.8+i*2),(85+dx+i*1,y+4.8+i*2)],'mid',.7)
    p.g(f'translate({f(98+dx)} {f(y+3.4)})'); p.poly([(0,0),(13,0),(15,7.4),(-.4,7.4)],'pair-soft'); p.line([(0,0),(7,4),(13,0)],shade(p.c('pair-soft'),.3),.5); p.e()
def writing_hands(p,y,dx=0):
    # hands over the sheet, pen in the near hand
    p.line([(68.2+dx,y-7),(70.8+dx,y+6.6)],'deep',1.2); writing(p,arms=True)
@scene
def writing_letter(p):
    room(p,gy=70); window(p,76,7,32,32); cat(p,98,40.2,'ink',.8,-1)
    p.rect(8,10,20,15,'white',.8); p.rect(9.6,11.6,16.8,11.8,'soft'); p.path('M9.6,23.4 L16,16 L20,20 L23,17.6 L26.4,21 V23.4Z','mid'); p.circ(22.6,15,1.6,'sun')
    writing(p); writing_table(p,74); writing_hands(p,73.4); mug(p,24,77,'deep',1.45,-1,True)
def cover_writing(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); window(p,36,12,52,46); cat(p,74,59.2,'ink',1.05,-1)
    pot(p,91,100,13,11,'deep'); plant(p,91,89,26,'mid',5,.9,3,'leaf')
    p.g('translate(-12 8.6) scale(1.14)'); writing(p); p.e(); p.g('translate(-12 8.6) scale(1.14)'); 
    p.rect(0,74,140,40,'pair-dark'); p.rect(0,74,140,2.2,mix(p.c('pair-dark'),WHITE,.25))
    p.poly([(60,76.8),(84,76.8),(89,85),(59,85)],'white')
    for i in range(3): p.line([(70-i*.2,78.8+i*2),(81+i,78.8+i*2)],'mid',.7)
    p.g('translate(38 89) rotate(-4)'); p.poly([(0,0),(18,0),(19,9.4),(-1,9.4)],'pair-soft'); p.line([(0,0),(9,5),(18,0)],shade(p.c('pair-soft'),.3),.5); p.rect(26,-1,5,6,'deep',.4,rot=6); p.e()
    writing_hands(p,73.4); mug(p,24,79,'deep',1.45,-1,True); p.e()
def board(p,x,y,w,h): p.rect(x-2,y-2,w+4,h+4,'pair-dark',1.4); p.rect(x,y,w,h,'soft',.6)
@scene
def noticeboard(p):
    room(p,gy=76); board(p,35,9,50,42)
    for a in((38,12,13,15,'white','group',-3),(54,11.6,12,13,'pair','cup',2),(69,12.4,13,15,'white','leaf',3),(39,30,12,17,'deep','talk',2),(54,27.6,13,13,'white','walk',-2),(70,30.6,12,13,'pair-soft','screen',-3),(55,43,11,6,'white',None,1)): card(p,*a[:6],rot=a[6],lines=2 if a[5] else 0)
    pot(p,60,84,10,9,'pair'); plant(p,60,75,20,'mid',5,.9,2.6,'leaf')
    s=1.14; rollator(p,33,84,1,s)
    stand(p,'pat',19,84,1,s,back=True,hip=(18,84-32.4*s),neck=(20,84-51.6*s),hn=(31,51),bn=-1,hf=(28.6,50.6),bf=1,bottom='ink',shoec='white',tilt=-5)
    stand(p,'kit',101,84,-1,s,hf=(84.6,35.6),bf=-1,fk='over-point',hn=(111,53),bn=-1,face='talk',top='deep',bottom='ink')
def cover_noticeboard(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); p.rect(0,108,w,18,'soft'); board(p,23,13,56,48)
    for a in((26,16,14,17,'white','group',-3),(44,15.6,13,14,'pair','cup',2),(61,16.4,14,17,'white','leaf',3),(27,37,14,19,'deep','talk',2),(44.6,33.6,14,15,'white','walk',-2),(63,38.6,13,14,'pair-soft','screen',-3),(45.6,51.6,12,7,'white',None,1)): card(p,*a[:6],rot=a[6],lines=2 if a[5] else 0)
    pot(p,50,116,12,10,'pair'); plant(p,50,106,23,'mid',5,.9,3,'leaf')
    s=1.36; rollator(p,33,120,1,s)
    stand(p,'pat',16,120,1,s,back=True,hip=(15,120-32.4*s),neck=(17,120-51.6*s),hn=(30.4,80.4),bn=-1,hf=(28,80),bf=1,bottom='ink',shoec='white',tilt=-6)
    stand(p,'kit',82,120,-1,s,hf=(59,53),bf=-1,fk='over-point',la=10,lf=10,hn=(92,81),bn=-1,face='talk',top='deep',bottom='ink')
def fbox(p,x,y,s=1):
    """box for cards, foot at y"""
    p.g(f'translate({f(x)} {f(y)}) scale({f(s)})'); p.path('M-8,-14 L8,-14 L8,0 L-8,0Z','deep'); p.path('M-8,-14 L-5.4,-17 L10.4,-17 L8,-14Z',mix(p.c('deep'),WHITE,.25)); p.path('M8,-14 L10.4,-17 L10.4,-3 L8,0Z',mix(p.c('deep'),INK,.35)); p.line([(-1.8,-15.5),(4.8,-15.5)],'ink',.9)
    p.rect(-5,-11,10,8,'white',.8); icon(p,'talk',.2,-7,'pair-dark',1); p.e()
def feedback(p,s=1.14,cx=60,G=84,ty=58):
    # table between two people
    p.rect(cx-15,ty,32,3,'pair-dark',1); p.path(f'M{cx-11},{ty+3} h2.4 V{G-1} h-2.4Z M{cx+10.6},{ty+3} h2.4 V{G-1} h-2.4Z',shade(p.c('pair-dark'),.25)); p.rect(cx-9,ty+11,20,1.6,shade(p.c('pair-dark'),.25))
@scene
def feedback_box(p):
    room(p,gy=74); lampshade(p,44,9,12,7,10); lampshade(p,60,9,12,7,10); lampshade(p,76,9,12,7,10)
    # counter behind
    p.rect(36,27,48,1.8,'pair-dark',.6)
    for x,c in((41,'white'),(47,'white'),(53,'deep'),(67,'white'),(73,'pair'),(79,'white')): cup(p,x,27,c,1.1)
    p.rect(57.5,20,5,7,'mid',.8)
    feedback(p); fbox(p,60,58,.98); cup(p,72.6,58,'white',1.2); 
    for a,b,c in((72,50,'ink'),(73.4,49.4,'pair'),(72.8,50.6,'mid')): p.line([(72.6,54),(a,b)],c,.9)
    s=1.14
    def crd(q): q.rect(50.6,36.2,6.6,8.6,'white',.5,rot=14); q.line([(52.4,39.6),(56,40.4)],'mid',.6); q.line([(52,41.6),(55,42.3)],'mid',.6)
    stand(p,'ife',25,84,1,s,hn=(15.4,53),bn=1,hf=(48.6,45),bf=1,fk='over',face='smile',tilt=3,mid=crd)
    stand(p,'sam',95,84,-1,s,topstyle='lanyard',hf=(78.4,45),bf=-1,fk='over',hn=(105,52),bn=-1,face='talk')
def cover_feedback(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); p.rect(0,106,w,20,'soft'); 
    for x in(22,50,78): lampshade(p,x,14,16,9,15)
    p.rect(26,39,48,2,'pair-dark',.6)
    for x,c in((31,'white'),(38,'white'),(45,'deep'),(57,'white'),(63,'pair'),(69,'white')): cup(p,x,39,c,1.25)
    p.g('translate(-16.6 15.6) scale(1.1)')
    feedback(p,G=92); fbox(p,60,58,.98); cup(p,72.6,58,'white',1.2)
    for a,b,c in((72,50,'ink'),(73.4,49.4,'pair'),(72.8,50.6,'mid')): p.line([(72.6,54),(a,b)],c,.9)
    s=1.18; G=92
    def crd(q): q.rect(50.6,36.2,6.6,8.6,'white',.5,rot=14); q.line([(52.4,39.6),(56,40.4)],'mid',.6); q.line([(52,41.6),(55,42.3)],'mid',.6)
    stand(p,'ife',32,G,1,s,hn=(22.6,58),bn=1,hf=(48.8,45.4),bf=1,fk='over',face='smile',tilt=3,mid=crd)
    stand(p,'sam',88.6,G,-1,s,topstyle='lanyard',hf=(75,47),bf=-1,fk='over',hn=(98,58),bn=-1,face='talk')
    p.e()
def two_mugs(p,arms=False):
    for k in((dict(hn=None,hf=None),) if not arms else (dict(armsonly=True),)):
        sit(p,'mina',34,90,1,2.4,s=1.5,nolegs=True,topstyle='lanyard',under='white',tilt=8,face='smile',hc='pair',top='deep',**({'hn':(50,75.6),'bn':1,'hf':(56,75),'bf':1,'fk':'fist','hk':'fist'}|k))
        sit(p,'sam',88,90,-1,1,s=1.5,nolegs=True,topstyle='lanyard',face='talk',top='white',**({'hf':(66,62),'bf':-1,'fk':'over','hn':(78,76.4),'bn':-1}|({'hf':(66,62)} if not arms else {'hf':None})|({} if arms else {'hn':None})|(dict(armsonly=True) if arms else {})))
@scene
def supervision(p):
    room(p,gy=70); window(p,46,8,30,28); p.circ(100,20,8,'white'); p.circ(100,20,8,None,'ink',1.1); p.line([(100,15),(100,20),(103.4,22)],'ink',1)
    pot(p,10,74,11,10,'pair'); plant(p,10,64,24,'mid',5,.9,2.6,'leaf')
    two_mugs(p); desk(p,75); mug(p,70.4,80,'pair',1.45,-1,True); mug(p,57,80,'white',1.45,1,True); two_mugs(p,True)
    p.poly([(92,78),(110,78),(114,86),(91,86)],'white'); p.line([(101,78),(102.4,86)],'soft',.8); 
def cover_supervision(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); window(p,27,10,46,40); pot(p,8,96,13,11,'pair'); plant(p,8,85,32,'mid',5,.9,3,'leaf')
    p.g('translate(-16.4 18.4) scale(1.1)'); two_mugs(p); p.rect(0,75,140,40,'pair-dark'); p.rect(0,75,140,2.2,mix(p.c('pair-dark'),WHITE,.25)); mug(p,70.4,80,'pair',1.45,-1,True); mug(p,57,80,'white',1.45,1,True); two_mugs(p,True)
    p.poly([(66,83),(88,83),(93,92),(65,92)],'white'); p.line([(77,83),(79,92)],'soft',.8); p.line([(84,80.4),(92,84.6)],'ink',1.2); p.e()

def notes(p,x,y,cols,rows,s=8,gap=2.4,skip=()):
    C=('pair','soft','mid','pair-soft','deep','soft','pair','pair-soft','mid','soft','pair-soft','pair','soft','deep')
    for r in range(rows):
        for c in range(cols):
            if (r,c) in skip: continue
            k=C[(r*5+c*3)%len(C)]; xx,yy=x+c*(s+gap),y+r*(s+gap)+(c%2)*.6
            p.rect(xx,yy,s,s,k,.3); l='white' if k in('deep','mid') else shade(p.c(k),.4) if k!='white' else 'mid'
            p.line([(xx+1.6,yy+2.8),(xx+s-1.8,yy+2.8)],l,.6); p.line([(xx+1.6,yy+4.8),(xx+s-3.4,yy+4.8)],l,.6)
@scene
def improving(p):
    room(p,gy=76); p.rect(31,6,62,36,'white',1.4); notes(p,35,10,5,3,skip=((1,1),(2,3)))
    s=1.1
    wheelchair(p,70,62,-1,s); sit(p,'tom',69,62,-1,.6,s=s,hf=(55,42),bf=-1,fk='over-point',hn=(62,57),bn=-1,face='talk',top='deep'); wheelchair(p,70,62,-1,s,True)
    stand(p,'raj',21,84,1,s,back=True,hn=(44.6,26.6),bn=1,hf=(13.6,54),bf=1,tilt=-4,hc='deep',top='pair')
    p.rect(46.2,19.6,7.6,7.6,'pair',.3,rot=-6)
    stand(p,'mina',104,84,-1,s,hf=(92,52),bf=-1,hn=(95.4,52.6),bn=-1,face='smile',hc='mid',top='white',topstyle='lanyard',bottom='deep',tilt=3,hold=lambda q:(q.rect(87.6,44.6,7.6,9.4,'pair-soft',.6,rot=-12),q.line([(89.4,47.6),(93.2,46.8)],'pair-dark',.6),q.line([(89.8,49.8),(93.6,49)],'pair-dark',.6)))
def cover_improving(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); p.rect(0,108,w,18,'soft'); p.rect(13,10,76,50,'white',1.4); notes(p,18,15,5,4,9.6,2.6,skip=((1,1),(2,4),(3,1),(3,2),(3,3),(3,4)))
    s=1.36
    wheelchair(p,70,95,-1,s*.98); sit(p,'tom',69,95,-1,.6,s=s*.98,hf=(50,69),bf=-1,fk='over-point',hn=(60,89),bn=-1,face='talk',top='deep'); wheelchair(p,70,95,-1,s*.98,True)
    stand(p,'raj',20,120,1,s,back=True,hn=(44,47),bn=1,hf=(10,84),bf=1,tilt=-4,hc='deep',top='pair'); p.rect(46,38.4,9.2,9.2,'pair',.3,rot=-6)
@scene
def advice(p):
    room(p,gy=70); window(p,14,8,26,26)
    p.rect(74,30,38,2,'pair-dark',.6); x=78
    for w,h,c in((4,15,'deep'),(4,13.4,'mid'),(4,15,'pair'),(4,14,'soft'),(4,15,'deep')): p.rect(x,30-h,w,h,c,.5); p.circ(x+w/2,30-h*.3,.8,'white'); x+=w+.6
    pot(p,106,30,7,5,'pair'); plant(p,106,25,11,'mid',5,.9,1.6,'leaf')
    A=dict(s=1.48,nolegs=True,tilt=7,face='calm'); B=dict(s=1.48,nolegs=True,topstyle='lanyard',under='white',tilt=4,face='talk',top='deep')
    sit(p,'ada',31,90,1,2,hf=(51,76),bf=1,**A); sit(p,'lee',90,90,-1,2.4,hf=(70,77),bf=-1,fk='point',**B); desk(p,75)
    sheet(p,60,79,19,9,'white',3,3,'house'); sheet(p,96,80,14,7.6,'white',2,3,'coin'); p.path('M10,80 L25,80 L23.6,88 L6.6,88Z','pair'); p.path('M10,80 l1.2,-1.6 h6 l.6,1.6Z','pair')
    sit(p,'ada',31,90,1,2,hn=(44,77.4),bn=1,hf=(51,76),bf=1,armsonly=True,**A); sit(p,'lee',90,90,-1,2.4,hf=(70,77),bf=-1,fk='point',hn=(84.6,80),bn=-1,armsonly=True,**B)
@scene
def meal(p):
    room(p,gy=76); window(p,14,9,22,22); lampshade(p,60,12,18,9,12); p.rect(88,12,18,14,'white',.8); p.rect(89.6,13.6,14.8,10.8,'pair-soft'); p.circ(94,19,2.6,'pair'); p.path('M98,24.4 q0,-6 3,-7',None,'leaf',.8)
    sit(p,'sam',45,66,1,.6,s=1.1,nolegs=True,hn=(47,58),bn=1,hf=(56,58),bf=1,face='smile',tilt=4)
    sit(p,'mo',73,67,-1,.4,s=.86,nolegs=True,hn=(76,60),bn=-1,hf=(66,59),bf=-1,face='talk',top='mid')
    chairback(p,17,62,1,1.14,floor=84); chairback(p,103,62,-1,1.14,floor=84)
    p.path('M57.6,64 L58.2,82 L46,85 L74,85 L61.8,82 L62.4,64Z',shade(p.c('pair-dark'),.3)); p.ell(60,65.2,37,6.6,shade(p.c('pair-dark'),.12)); p.ell(60,63.4,37,6.6,'pair-dark')
    sit(p,'ada',18,62,1,.6,s=1.14,hn=(32.6,56.4),bn=1,hf=(36,57),bf=1,face='smile')
    sit(p,'bea',102,62,-1,.6,s=1.14,hn=(87.4,56.4),bn=-1,hf=(84,57),bf=-1,face='smile',top='deep',bottom='ink')
    for x,y in((40,62.6),(80,62.6),(53,66.6),(68,60.6)): p.ell(x,y,5.2,1.6,'white'); p.ell(x,y-.2,3.2,.9,'pair-soft')
    p.path('M53.4,59.4 h13.2 c0,4 -3.4,5.6 -6.6,5.6 c-3.2,0 -6.6,-1.6 -6.6,-5.6Z','deep'); p.ell(60,59.4,6.6,1.6,mix(p.c('deep'),WHITE,.25)); p.ell(60,59.2,5,1.1,'pair'); p.path('M58,56.6 q-1.2,-1.6 0,-3 q1.2,-1.4 0,-3 M62,56.4 q-1.2,-1.6 0,-3 q1.2,-1.4 0,-3',None,'soft',.8)
@scene
def dog_walk(p):
    meadow(p,hz=55,gy=66,sun=(84,14,8)); cloud(p,94,28,19); bigtree(p,14,72,60,36,'mid'); tree(p,112,64,34,18,'mid'); bird(p,46,22,.7)
    bench(p,80,104,60,10,legh=8)
    p.path('M0,84 C40,78 80,80 120,82 L120,90 L0,90Z','tint')
    G=84; s=1.1
    stand(p,'mo',32,G+.4,1,.8,fn=(27,G-3),ff=(37.6,G-2.4),kn=-1,kf=-.3,hn=(26,63),hf=(40,60),bf=-1,face='smile',top='white',topstyle='stripe',under='deep',bottom='ink')
    stand(p,'jo',57,G,1,s,hip=(57,G-33*s),neck=(58.2,G-52*s),fn=(50,G-4.8),ff=(66,G-4.4),kn=-1,kf=-.35,hn=(47.6,53),hf=(70,54),bf=-1,fk='fist',top='pair',bottom='deep',shoec='white')
    dog(p,93,G+1,1,.86,lead=(71.4,56))
@scene
def pool(p):
    p.rect(0,0,120,90,'tint'); p.circ(24,15,7,'sun'); p.path('M0,64 C20,56 40,62 60,62 V90 H0Z','soft'); tree(p,9,70,36,19,'mid')
    p.rect(0,80,120,10,'mid'); 
    p.rect(52,16,68,66,'soft'); p.rect(48,11,72,7,'deep',1); p.rect(86,36,36,41,'white',1)
    for x in(88.4,104.4): p.rect(x,38.4,14,38.6,mix(p.c('mid'),WHITE,.45),.5)
    p.line([(100,54),(100,63)],'ink',1); p.line([(106.8,54),(106.8,63)],'ink',1)
    p.rect(55,23,22,15,'white',1.4); icon(p,'waves',66,30.4,'deep',1.7)
    # ramp: a slope with a rail
    p.path('M8,85.6 L84,77 H120 V87 H8Z',mix(p.c('pair-dark'),WHITE,.3)); p.path('M8,85.6 L84,77 H120 V79 H84.4 L20,86.2Z','white')
    p.line([(84,77),(84,60.4),(20,67.6),(20,84)],'ink',1.3); p.line([(52,80.4),(52,64)],'ink',1.3); p.line([(84,68.4),(20,75.6)],'ink',.9)
    s=1.1
    p.g('rotate(-6.4 42 82)'); wheelchair(p,42,62.8,1,s); sit(p,'tom',42,62.8,1,2,s=s,hn=(44,57.4),bn=.8,hf=(50,57),bf=1,face='smile',top='pair',glasses=True,hair='cap',hc='deep'); wheelchair(p,42,62.8,1,s,True); p.e()
    stand(p,'lee',97,79.4,-1,s*.98,hf=(82.6,31.4),bf=-1,fk='over',hn=(106,51),bn=-1,face='smile',top='deep',bottom='ink',thumbf=-1)
    p.line([(103,57.6),(105.8,51.6),(109,57.6)],'ink',.9); p.rect(98.6,57,15,10,'pair',1.6); p.rect(98.6,60,15,1.4,'white')
    plant(p,6,88,8,'leaf',4,1,1.4)
@scene
def bus(p):
    p.rect(0,0,120,90,'tint'); p.path('M0,50 C20,42 40,48 60,46 S100,42 120,46 V80 H0Z','soft'); p.circ(8,13,6,'sun'); p.rect(0,72,120,6,mix(p.c('soft'),INK,.2)); p.rect(0,78,120,12,'soft'); p.rect(0,77,120,1.8,'white')
    # bus, leaning to the kerb at the door
    p.circ(64,73,6.6,'ink'); p.circ(64,73,2.8,'soft'); p.circ(112,73,6.6,'ink'); p.circ(112,73,2.8,'soft')
    p.path('M130,12 H26 C20,12 17.6,15 16.8,20 L14,52 V70 Q14,74 18,74 H56 A8,8 0 0 1 72,74 H104 A8,8 0 0 1 120,74 H130Z','deep'); p.path('M14,60 H130 V64 H14Z','pair')
    p.path('M26.4,18 H28 V48 H17.4 L19.8,22 Q20.2,18 24,18Z','soft'); 
    p.rect(31,18,25,57,mix(p.c('tint'),WHITE,.3),1); p.rect(31,66,25,9,'ink',.6)
    for x in(60,80,100): p.rect(x,20,17,26,'soft',1.6)
    p.clip('M60,20h17v26h-17Z M31,18h25v49h-25Z')
    stand(p,'mina',68.5,84,-1,.9,hip=(68.5,62),nolegs=True,hn=None,hf=None,hc='pair',top='mid'); sit(p,'kit',39,66,1,1,s=.94,nolegs=True,hn=(49,55),bn=1,hf=(52.6,47),bf=1,fk='over',face='smile',top='mid',topstyle='shirt')
    p.e()
    p.line([(45.5,58),(52.4,58)],'ink',1.4); p.circ(19,66.6,1.6,'sun'); p.line([(33,32),(33,62)],'pair',1.2)
    p.path('M31,74 H56 L60,82.4 H27Z',mix(p.c('pair'),WHITE,.2)); p.path('M27,82.4 H60 V83.6 H27Z','ink')
    s=1.04; G=86
    rollator(p,86,G,-1,s); stand(p,'pat',100,G,-1,s,hip=(101,G-32.4*s),neck=(98.6,G-51.4*s),hf=(88.6,55.4),bf=-1,hn=(87,55),bn=-1,fn=(104,G-3.4*s),ff=(95,G-3.6*s),bottom='ink',shoec='white',face='smile')
    p.rect(6,40,2.2,46,'ink',1); p.rect(1.6,30,11,12,'white',1.4,'ink',.9); icon(p,'bus',7.1,35.8,'deep',1)
@scene
def chair_yoga(p):
    room(p,gy=74); window(p,48,8,24,22)
    for x in(20,58): chairback(p,x,63,1,1.06,floor=84)
    chairback(p,100,63,-1,1.06,floor=84)
    s=1.06
    def up(n,x,dr,one=False,**k):
        ny=63-22*s; sit(p,n,x,63,dr,0,s=s,hn=(x+dr*7*s,60.6) if one else (x-dr*13.6*s,ny-15*s),bn=dr if one else -dr,hf=(x+dr*(10.5 if one else 12.6)*s,ny-16.6*s if one else ny-15*s),bf=dr if one else .4*dr,fk='over',**k)
    up('raj',19,1,True,hc='deep',face='calm',eyes='closed',top='white'); up('pat',58,1,bottom='ink'); up('bea',101,-1,top='deep',bottom='ink',face='talk')
    p.path('M4,88 H36 L33,86 H7Z M42,88 H76 L73,86 H45Z M84,88 H116 L113,86 H87Z','mid')
@scene
def pharmacy(p):
    room(p,gy=76); 
    for y in(16,30,44):
        p.rect(50,y,66,1.8,'pair-dark',.6)
    for y,row in((16,((52,8,5,'white'),(58,6,9,'mid'),(66,7,6,'pair-soft'),(100,7,6,'white'),(108,6,8,'pair'))),(30,((52,6,8,'pair'),(59,8,6,'white'),(68,5,9,'soft'),(100,6,9,'deep'),(107,8,6,'white'))),(44,((52,7,7,'mid'),(60,6,9,'white'),(67,5,6,'pair-soft'),(101,8,7,'white'),(110,5,9,'mid')))):
        for x,w,h,c in row: p.rect(x,y-h,w,h,c,.5)
    s=1.14
    stand(p,'mina',82,88,-1,s,topstyle='lanyard',top='white',hc='deep',under='deep',nolegs=True,hf=(64,52.4),bf=-1,fk='over',hn=(76,56.6),bn=-1,face='talk',tilt=3)
    p.rect(50,58,70,27,'mid',0); p.rect(47,56,73,3.4,'white',1); p.rect(50,61.4,70,1.4,mix(p.c('mid'),INK,.15)); p.circ(84,73,8,'leaf'); icon(p,'plus',84,73.2,'white',1.4)
    p.poly([(50,55.6),(62,55.6),(63.4,52),(52,52)],'pair'); icon(p,'leaf',56.8,53.8,'white',.5); pot(p,106,56,8,6,'pair'); plant(p,106,50,14,'leaf',5,.9,1.8,'mid')
    p.line([(43,53),(45.6,84)],'ink',1.7); p.path('M39.6,53.4 q1.4,-2.6 3.4,-.4',None,'ink',1.7)
    stand(p,'tom',27,84,1,s,hf=(41,53),bf=1,fk='fist',hn=(17,53),bn=1,face='calm',tilt=3,top='pair',glasses=True)
def gp_pair(p,xa,xb,seat,s,G):
    chairback(p,xa,seat,1,s,floor=G-1.4); chairback(p,xb,seat,-1,s,floor=G-1.4)
    sit(p,'kit',xa,seat,1,0,s=s,hn=(xa+9.4*s,seat-4*s),bn=1,hf=(xa+13*s,seat-4.6*s),bf=1,face='calm',top='mid',bottom='ink')
    def letter_(q): q.rect(xb-22.6*s,seat-17.4*s,6.4*s,8.4*s,'white',.5,'soft',.5,rot=8); q.line([(xb-21*s,seat-14.6*s),(xb-17.8*s,seat-14.1*s)],'mid',.7); q.line([(xb-21.2*s,seat-12.6*s),(xb-18*s,seat-12.1*s)],'mid',.7)
    sit(p,'noor',xb,seat,-1,1.4,s=s,topstyle='lanyard',under='white',hf=(xb-16*s,seat-11*s),bf=-1,fk='over',hn=(xb-9*s,seat-4*s),bn=-1,face='talk',tilt=3,top='deep',mid=letter_)
@scene
def gp_room(p):
    room(p,gy=74); window(p,44,8,26,24)
    p.path('M4,6 H26 V60 q-2,2 -4,0 t-4,0 t-4,0 t-4,0 t-4,0 t-2,0Z','pair-soft')
    for x in(8,13,18,23): p.line([(x,8),(x,58)],shade(p.c('pair-soft'),.14),.6)
    p.line([(2,6),(30,6)],'ink',1)
    p.rect(90,54,30,3,'pair-dark',.6); p.rect(92,57,3,25,shade(p.c('pair-dark'),.25)); p.rect(96,34,22,16,'ink',1.4); p.rect(97.6,35.6,18.8,12.6,'tint',.6); p.line([(101,39.6),(112,39.6)],'mid',.8); p.line([(101,42.4),(108,42.4)],'mid',.8); p.rect(105,50,4,4,'ink')
    p.rect(100,9,15,13,'white',.8); icon(p,'heart',107.5,15.6,'pair',1.2)
    gp_pair(p,30,85,65,1.18,85)
def cover_gp(p,w=100,h=126):
    p.rect(0,0,w,h,'tint'); p.rect(0,104,w,22,'soft'); window(p,32,12,36,38)
    p.path('M0,8 H20 V78 q-2,2 -4,0 t-4,0 t-4,0 t-4,0 t-4,0Z','pair-soft')
    for x in(4,9,14,18): p.line([(x,10),(x,76)],shade(p.c('pair-soft'),.14),.6)
    p.line([(0,8),(24,8)],'ink',1.1); p.rect(79,20,15,15,'white',.8); icon(p,'heart',86.5,27.6,'pair',1.3)
    pot(p,93,106,11,10,'deep'); plant(p,93,96,30,'mid',5,.9,3,'leaf')
    gp_pair(p,18,81,92,1.4,118)
@scene
def home_visit(p):
    p.rect(0,0,120,90,'tint'); p.rect(48,0,72,80,'soft'); p.rect(0,78,120,12,'mid'); p.circ(18,16,8,'sun'); p.path('M0,60 C16,52 34,58 48,56 V78 H0Z','soft'); tree(p,8,72,34,18,'mid')
    for r in range(4):
        for x in(51,56,110,115): p.rect(x+(r%2)*1.4,10+r*18,4,1.6,mix(p.c('soft'),INK,.12),.4)
    p.rect(62,12,42,68,'white',1); p.rect(65,15,36,65,'pair-soft'); p.rect(65,74,36,6,'pair')
    p.rect(66.6,20,10,13,'white',.6); p.rect(68,21.4,7.2,10.2,'mid',.3); p.path('M101,15 V80 L90,84 V18Z','deep'); p.path('M99,24 V44 L93,45.6 V26Z M99,50 V70 L93,72.6 V52Z',mix(p.c('deep'),INK,.25)); p.circ(91.8,50,1.1,'pair')
    s=1.1
    stand(p,'ada',79,81,-1,s,hf=(66.6,45),bf=-1,fk='over',hn=(89.6,50),bn=-1,face='smile',bottom='deep',tilt=3)
    p.rect(58,80,50,4,'white',.6); p.rect(54,84,58,6,mix(p.c('soft'),INK,.14),.6)
    stand(p,'sam',34,86,1,s,topstyle='lanyard',hf=(50,38),bf=1,fk='over',hn=(24,57),bn=1,face='talk',hk='fist')
    p.line([(21,58.6),(21.6,62),(27,62),(27.6,58.6)],'ink',1); p.rect(15,61.6,17,12,'pair-dark',1.6); p.rect(15,66,17,1.4,shade(p.c('pair-dark'),.3))
    pot(p,114,84,9,9,'pair'); plant(p,114,75,20,'leaf',5,.9,2.4,'mid')

# ---------------------------------------------------------------- other shapes
EX={}
def extra(w,h):
    def d(fn): EX[fn.__name__]=(fn,w,h); return fn
    return d
@extra(76,118)
def phone_hand(p):
    """a video call on a phone held in a right hand"""
    p.rect(0,0,76,118,'tint'); p.circ(38,50,36,'soft'); sk='s4'; S=p.c(sk); d1=warm(p,sk,.2); d2=warm(p,sk,.34)
    # back of the hand and wrist behind the phone
    p.path('M46,118 C46,108 40,102 36,94 L34,70 H60 C66,78 66,92 66.4,100 C66.8,108 69,112 70,118Z',d1)
    p.path('M43,118 C43.4,114 44.6,111.4 46,109.6 C53,107 62,107 69.6,109.4 C71.6,112 72.6,115 73,118Z','deep')
    p.rect(18,10,40,82,'ink',5.4); scr='M22.8,14H53.2Q55.6,14 55.6,16.4V76H20.4V16.4Q20.4,14 22.8,14Z'; p.path(scr,'soft'); p.clip(scr)
    window(p,25,19,13,15,False)
    sit(p,'mina',37,94,1,.6,s=1.62,nolegs=True,hn=(29,96),bn=1,hf=(50,96),bf=-1,face='smile',hc='deep',top='pair',tilt=2); p.e()
    p.rect(42,17,11.4,14.6,'pair-soft',1.2); p.clip('M43.2,17H52.2Q53.4,17 53.4,18.2V30.4Q53.4,31.6 52.2,31.6H43.2Q42,31.6 42,30.4V18.2Q42,17 43.2,17Z'); sit(p,'sam',47,47,-1,.6,s=.74,nolegs=True,hn=None,hf=None,face='smile',top='deep',topstyle='crew'); p.e()
    for x,c in((28,'mid'),(38,'pair'),(48,'mid')): p.circ(x,81.6,3.6,c)
    p.rect(26.9,79.4,2.2,3.4,'ink',1.1); p.line([(26,82.4),(28,84),(30,82.4)],'ink',.6); p.path('M35.6,82.6 q2.4,-1.8 4.8,0',None,'ink',1.5); p.rect(45.8,80.2,3,2.8,'ink',.6); p.path('M49,81.2 l1.6,-1 v2.8 l-1.6,-1Z','ink')
    # fingertips at the left, thumb at the right
    for y,l in((56,5.4),(64.6,6),(73,5.8),(80.8,5)):
        p.path(f'M18,{y-3.6} C15,{y-4} 13.6,{y-1.6} 14.2,{y+.6} C14.8,{y+3} 16.6,{y+3.8} 18.4,{y+3.4} L{f(18+l-2.4)},{y+2.6} C{f(18+l+.6)},{y+2} {f(18+l+.4)},{y-2.4} {f(18+l-2.6)},{y-2.8}Z',S); p.path(f'M{f(18+l-2.4)},{y-1.6} C{f(18+l-.4)},{y-1.6} {f(18+l-.4)},{y+1.4} {f(18+l-2.4)},{y+1.6}Z',mix(S,WHITE,.3))
    p.path('M66.4,101 C68,92 66,84 62.6,77 C60.6,72.6 59.4,68 57.6,62.4 C56.4,58.6 51.6,59.4 51.6,63.6 C51.8,69 53.4,74.4 54.6,79.6 C55.4,84 56,89 54,96 C58,102 62,103 66.4,101Z',S)
    p.path('M53.4,61.6 C53.8,60.2 56.2,60.2 56.8,62 L57.8,65.4 C56.6,66.4 54.6,66.6 53.8,65.8Z',mix(S,WHITE,.3)); p.path('M56.6,76 q1.8,-.4 3,-1.6',None,d2,.5)
@extra(120,36)
def moods(p):
    """one person, four moods"""
    for i,(fc,ey,ti,up) in enumerate((('smile','open',-3,0),('calm','open',0,.3),('flat','open',4,.8),('low','open',8,1.4))):
        x=1+i*30; p.rect(x,1,28,34,'tint',3); p.clip(f'M{x+3},1H{x+25}Q{x+28},1 {x+28},4V32Q{x+28},35 {x+25},35H{x+3}Q{x},35 {x},32V4Q{x},1 {x+3},1Z')
        person(p,hip=(x+13,50),neck=(x+13+up*.4,27.4+up),dr=1,s=1.34,nolegs=True,skin='s3',hair='short',hc='brown',top='deep',topstyle='crew',face=fc,eyes=ey,tilt=ti,fwd=.9+up*.4,headup=7.3-up*.3); p.e()
@extra(120,90)
def diary(p):
    """a diary with a pen"""
    p.rect(0,0,120,90,mix(p.c('pair-dark'),WHITE,.12))
    for y in(22,46,70): p.line([(0,y),(120,y)],'pair-dark',.8)
    p.g('translate(-5 2) rotate(-4 60 46)'); p.rect(17,15,84,62,'deep',2.6); p.path('M20,17.6 Q40,14.6 59,18 V74 Q40,70.8 20,73.6Z','white'); p.path('M98,17.6 Q78,14.6 59,18 V74 Q78,70.8 98,73.6Z','#f1f4f3'); p.path('M59,18 V74',None,'soft',.8); p.path('M53.6,17.2 V73.4 M64.4,17.2 V73.4',None,'soft',.3)
    for side,x0 in((0,24),(1,65)):
        for i,(ic,n,ck) in enumerate(((('sun',2,1),('cup',3,1),('walk',2,0),('heart',3,0)),(('leaf',3,1),('talk',2,0),('group',3,0),(None,0,0)))[side]):
            y=25+i*12.2
            if ic: icon(p,ic,x0+4,y+1,'pair-dark' if ic!='sun' else 'sun',.95)
            for j in range(n): p.line([(x0+10.6,y-1.8+j*2.7),(x0+(24 if j<n-1 else 19),y-1.8+j*2.7)],'mid',.8)
            if ic: p.rect(x0+26,y-1.6,4,4,None,.7,'ink',.7)
            if ck: p.line([(x0+26.8,y+.4),(x0+27.8,y+1.5),(x0+30.4,y-2.2)],'deep',1)
            if i<3: p.line([(x0,y+6.4),(x0+30,y+6.4)],'soft',.5)
    p.path('M49,74 h5 v9 l-2.5,-2.2 l-2.5,2.2Z','pair'); p.e()
    p.g('translate(80 68) rotate(-38)'); p.rect(0,-1.8,30,3.6,'ink',1.2); p.path('M0,-1.8 L-6,0 L0,1.8Z','pair-soft'); p.path('M-4,-.6 L-6,0 L-4,.6Z','ink'); p.rect(22,-1.8,2,3.6,'pair'); p.rect(24,-2.6,9,1,'soft',.5); p.e()
    p.path('M107,19 l-5,3.4',None,'white',3.4); p.circ(115,13,11,'white'); p.circ(115,13,8.6,'#5a3a22'); p.path('M109,9 q3,-4 8,-3.4',None,'#7a5436',1)
    plant(p,6,90,26,'mid',5,1,3,'leaf')
def bigmeadow(p,w=240,h=80,hz=44,gy=58,sun=(206,18,10)):
    p.rect(0,0,w,h,'tint')
    if sun: p.circ(*sun,'sun')
    p.path(f'M0,{hz} C30,{hz-14} 60,{hz-8} 92,{hz} C124,{hz+6} 150,{hz-14} 186,{hz-8} C208,{hz-4} 222,{hz-8} {w},{hz-6} V{h} H0Z','soft'); p.path(f'M0,{gy} C60,{gy-6} 150,{gy-2} {w},{gy-1} V{h} H0Z','mid')
@extra(240,80)
def everyone(p):
    """ten people who come back in the pictures"""
    bigmeadow(p,sun=(103,12,7)); tree(p,9,60,34,18,'mid'); tree(p,232,60,36,19,'mid'); p.path('M0,74 C60,70 180,70 240,74 V80 H0Z','turf')
    s=.98; G=76; st=lambda n,x,y,d,**k: stand(p,n,x,y,d,s,**k)
    st('ada',46,G-1,1,hf=(56,49.6),bf=-1,hn=(36,50),face='smile'); dog(p,17,G+1,-1,.78,harness=(24,50.4)); st('lee',30,G,-1,hf=(23.6,49),bf=-1,fk='fist',hn=(38.6,49))
    st('kit',66,G-1,1,hn=(57,49),hf=(79,15),bf=1,fk='over',bottom='deep',top='mid')
    wheelchair(p,95,G-19,1,s); sit(p,'tom',95,G-19,1,.4,s=s,hn=(105,G-23),bn=1,hf=(108,G-23.4),bf=1,top='pair'); wheelchair(p,95,G-19,1,s,True)
    st('mina',121,G-1,-1,hf=(112,49),bf=1,hn=(130,49.6),top='deep',hc='pair')
    st('raj',140,G,-1,hf=(131,49.6),bf=1,hn=(149,49.6),hc='deep',top='white')
    st('jo',159,G-1,-1,hf=(150,49),bf=1,hn=(168,49),top='pair',bottom='deep',hc='auburn')
    st('sam',177,G-1,-1,hf=(168,49.6),bf=1,hn=(186.4,49.6),bottom='ink')
    st('bea',221,G-1,-1,hf=(212,49),bf=1,hn=(235,16),bn=1,top='deep',bottom='ink'); rollator(p,191,G+1,-1,s); st('pat',203,G,-1,hip=(203.6,G-31.8*s),neck=(202,G-51*s),hf=(193.6,47.4),bf=-1,hn=(192.4,47.4),bn=-1,bottom='ink',shoec='white')
@scene
def guide_dog(p):
    meadow(p,hz=56,gy=68,sun=(102,16,8)); tree(p,8,68,40,21,'mid'); tree(p,112,66,30,16,'mid'); cloud(p,73,24,17)
    p.path('M0,83 C40,77 80,79 120,81 L120,90 L0,90Z','tint')
    G=85; s=1.12
    stand(p,'kit',28,G-1.4,1,s,hip=(28,G-34*s),neck=(29.2,G-53*s),fn=(21,G-5.6),ff=(37,G-5.2),kn=-1,kf=-.35,hn=(19,52),hf=(44,47),bf=1,fk='over',face='talk',top='white',bottom='deep')
    stand(p,'lee',57,G,1,s,hip=(57,G-33.4*s),neck=(58.2,G-52.4*s),fn=(50,G-5),ff=(66,G-4.4),kn=-1,kf=-.35,hn=(47.6,53),hf=(70,53.4),bf=-1,fk='fist',face='smile',top='pair',shoec='white')
    dog(p,88,G+1,1,.9,harness=(71.6,55.4))
@extra(240,80)
def hills(p):
    """hills and sun, nobody"""
    bigmeadow(p,hz=42,gy=56,sun=(170,22,12)); cloud(p,26,20,24); cloud(p,92,14,18); cloud(p,200,26,22); bird(p,128,20,.9); bird(p,136,16,.7)
    bigtree(p,34,66,54,34,'mid'); tree(p,62,60,24,13,'mid'); tree(p,212,60,34,18,'mid'); tree(p,226,62,25,14,'mid')
    p.path('M92,80 C104,70 132,70 130,62 C128,56 142,54 150,46 L153,46 C150,55 140,58 143,63 C150,71 120,72 116,80Z','tint'); p.path('M0,74 C40,68 70,70 96,76 L92,80 H0Z M240,72 C200,68 150,70 120,77 L116,80 H240Z','turf')
    plant(p,14,79,11,'leaf',5,1,1.7); plant(p,190,79,12,'leaf',5,1,1.8); plant(p,230,79,9,'leaf',4,1,1.5)
    for x,y in((76,74),(82,76),(162,75),(168,73)): p.circ(x,y,1.2,'pair'); p.circ(x,y,.5,'white')
@extra(240,80)
def signpost_strip(p):
    """a signpost where a path divides"""
    bigmeadow(p,hz=44,gy=58,sun=(34,22,11)); cloud(p,60,18,22); cloud(p,178,20,24); tree(p,212,62,40,21,'mid'); tree(p,192,60,26,14,'mid'); tree(p,14,62,30,16,'mid'); bird(p,92,24,.8)
    p.path('M108,80 C112,73 100,69 84,65 C72,62 66,58 74,52 C78,49 78,46 75,43.6 L77,43.2 C81,46 81,49 78,52.4 C74,57 80,59.4 92,62 C104,64.6 114,67 121,70 C130,66 142,63.6 152,61 C162,58.4 166,55.6 161,51 C157.6,47.6 158,44 163,39.8 L165,39.4 C161,44 161,47 164.6,50.4 C171,56.4 168,60.4 156,64 C142,68 132,72 136,80Z','tint')
    sign(p,121,76,62,[(8,1,24,'pair','talk'),(21.5,-1,20,'deep','group'),(34.5,1,18,'white','leaf'),(46,-1,12,'pair-soft','walk')])
    bench(p,26,56,64,11,legh=8); plant(p,84,79,11,'leaf',5,1,1.7); plant(p,156,79,12,'leaf',5,1,1.8); plant(p,228,79,10,'leaf',4,1,1.5)
# ---------------------------------------------------------------- the list: file, drawing, width, height, alternative text, where it suits
def icon_on(p): icon_person(p,True)
def icon_off(p): icon_person(p,False)
LIST=[
('bench',bench2,120,90,'Two people sit on a park bench; one talks with an open hand, the other listens with a mug.','talking and listening; first page'),
('bench-cover',cover_leaflet,100,126,'Two people talk on a bench under a large tree, with hills and a low sun behind.','leaflet cover'),
('bench-large-cover',cover_large,140,122,'Two people talk on a bench beside a large tree.','large-print cover'),
('signpost',signpost,120,90,'A woman with an open booklet stands at a signpost with three arms.','choices; overview'),
('signpost-cover',cover_booklet,148,134,'A woman with an open booklet stands where a path divides, beside a signpost with four arms.','booklet cover'),
('group-table',table,120,90,'Four people, one in a wheelchair, talk round a table with mugs.','peer support'),
('group-table-wide',scene_wide,150,112,'Four people, one in a wheelchair, share tea and biscuits round a table under two lamps.','poster; card'),
('walk',walk,120,90,'A physiotherapist walks beside an older woman with a stick on a park path.','moving more; physiotherapy'),
('walk-strip',strip_walk,108,40,'A physiotherapist and a woman with a stick walk through a park.','strip at the foot of a page'),
('guide-dog',guide_dog,120,90,'A man walks with a guide dog in a harness; a friend walks beside him, talking.','sight loss; getting about'),
('dog-walk',dog_walk,120,90,'A woman and a child walk a dog on a lead in a park.','moving more; pacing'),
('course',course,120,90,'Two people on chairs listen to a man who points at a chart on a stand.','courses'),
('video-call',video,120,90,'A woman at a table talks with a man on the screen of a tablet.','online support'),
('phone-in-hand',phone_hand,76,118,'A hand holds a phone that shows a video call between a woman and a man.','video appointment; tall'),
('phone',phone,120,90,'A man at a table talks on the phone and writes a note.','talking support by phone'),
('phone-tall',phone_tall,76,118,'A man stands at a window and talks on the phone.','how to reach us; tall'),
('armchairs',chairs,120,90,'Two people sit in armchairs; one talks, the other leans in to listen.','one-to-one talking support'),
('raised-bed',garden,120,90,'A woman waters flowers in a raised bed; a man in a wheelchair tends them from the other side.','gardening; local groups'),
('window-rest',window_rest,120,90,'A woman with a mug rests in an armchair by a window; a cat lies on the sill.','rest; pacing'),
('sleep',sleep,120,90,'A woman sleeps peacefully; a lamp is lit, a cat lies at her feet and the moon is in the window.','sleep'),
('letter-arrives',letter,120,90,'A letter lies before a front door with a letter box, shoes and a coat beside it.','what happens next'),
('letter-writing',writing_letter,120,90,'A woman sits at a table and writes a letter; an envelope lies beside it.','letters; words to use'),
('letter-writing-cover',cover_writing,100,126,'A woman writes a letter at a table by a window where a cat sits.','cover of a letter guide'),
('hand-shoulder',hand_shoulder,120,90,'A woman rests a hand on the shoulder of an older man; both smile.','kindness; carers'),
('library-booth',library,120,90,'A woman in a wheelchair uses a screen in a booth beside library shelves.','online at the library'),
('cycle',cycle,120,90,'Four round pictures joined by arrows: a man pauses with a hand at his back, lies awake, stays in a chair, and sits with heavy thoughts.','how pain and mood are linked'),
('moods',moods,120,36,'The same person four times: smiling, content, neutral, low.','mood scale'),
('diary',diary,120,90,'An open diary with small signs, ticks and a pen on a wooden table.','diary; planning a day'),
('noticeboard',noticeboard,120,90,'A woman with a walking frame and a man look at cards on a noticeboard; he points at one.','local services'),
('noticeboard-cover',cover_noticeboard,100,126,'Two people, one with a walking frame, read cards on a noticeboard.','cover of a local services guide'),
('feedback-box',feedback_box,120,90,'In a cafeteria a woman puts a card into a box while a staff member greets her.','feedback'),
('feedback-box-cover',cover_feedback,100,126,'A visitor puts a card into a box on a table; a staff member stands beside it.','cover of a feedback kit'),
('supervision',supervision,120,90,'Two staff members with lanyards talk over mugs at a table.','staff support; supervision'),
('supervision-cover',cover_supervision,100,126,'Two staff members talk over mugs and an open notebook.','cover of a staff guide'),
('improving-care',improving,120,90,'Three people, one in a wheelchair, sort sticky notes on a wall.','improving care; workshop'),
('improving-care-cover',cover_improving,100,126,'A man puts a sticky note on a wall while a man in a wheelchair explains an idea.','cover of an improvement guide'),
('advice',advice,120,90,'An adviser and a woman look at papers about a home and money.','money, housing, rights'),
('family-meal',meal,120,90,'Two women, a man and a child share a meal round a table.','family; daily life'),
('pool',pool,120,90,'A man in a wheelchair goes up a ramp to a leisure centre; a friend waves at the door.','swimming; leisure centre'),
('bus',bus,120,90,'A bus has lowered its ramp; the driver greets a woman with a walking frame.','getting there'),
('chair-class',chair_yoga,120,90,'Three people on chairs stretch their arms upwards.','exercise class; yoga'),
('pharmacy',pharmacy,120,90,'A man with a stick talks with a pharmacist, who shows him a leaflet at the counter.','pharmacy; questions to ask'),
('gp-room',gp_room,120,90,'A doctor hands a letter to a man; their chairs stand at an angle, with no desk between them.','GP; referral'),
('gp-room-cover',cover_gp,100,126,'A doctor hands a letter to a man; they sit face to face with no desk between them.','cover of a referral guide'),
('home-visit',home_visit,120,90,'A visitor with a lanyard and a bag is welcomed at a front door.','home visits'),
('everyone',everyone,240,80,'Ten people of different ages and backgrounds stand together, among them a wheelchair user, a man with a guide dog and a woman with a walking frame.','wide strip; about us'),
('hills-strip',hills,240,80,'Hills, trees and a path under a low sun.','filler strip'),
('signpost-strip',signpost_strip,240,80,'A signpost stands where a path divides; a bench is nearby.','filler strip; choices'),
('person-on',icon_on,10,20,'A filled figure of a person.','people counts'),
('person-off',icon_off,10,20,'An outlined figure of a person.','people counts'),
]
def draw(name):
    fn,w,h=next(t[1:4] for t in LIST if t[0]==name); p=Pen(name,1 if name=='everyone' else 2); fn(p); return p.svg(w,h)
PIC={t[0]:t[1:4] for t in LIST}
if __name__=='__main__':
    import os
    out=sys.argv[1] if len(sys.argv)>1 else 'pictures'; os.makedirs(out,exist_ok=True)
    for t in LIST: open(os.path.join(out,t[0]+'.svg'),'w').write(draw(t[0]))
